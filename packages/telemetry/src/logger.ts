import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * JSON lines on stdout; readable lines when `pretty`. Secrets in headers are never written.
 */
export function createLogger(options: { level: LogLevel; pretty?: boolean }): Logger {
  return pino({
    level: options.level,
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'],
    timestamp: pino.stdTimeFunctions.isoTime,
    ...(options.pretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname,module', translateTime: 'SYS:HH:MM:ss', messageFormat: '{if module}[{module}] {end}{msg}' },
          },
        }
      : {}),
  });
}

import { pino, type Logger as PinoLogger } from 'pino';
import { prettyStream } from './pretty-stream.ts';

export type Logger = PinoLogger;
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * JSON lines on stdout; readable lines when `pretty`. Secrets in headers are never written. Give each part of the
 * system a child with its name: `logger.child({ module: 'market-data' })`.
 */
export function createLogger(options: { level: LogLevel; pretty?: boolean }): Logger {
  const settings = {
    level: options.level,
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'],
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return options.pretty ? pino(settings, prettyStream()) : pino(settings);
}

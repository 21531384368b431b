import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { build, type PrettyStream } from 'pino-pretty';

export type Logger = PinoLogger;
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  level: LogLevel;
  /** Lines for people instead of JSON. */
  pretty?: boolean;
  /** Where lines go. Default: standard output. */
  destination?: DestinationStream;
}

const SECRETS = ['password', 'token', 'secret', 'authorization', 'cookie'];
const NEVER_WRITTEN = [
  ...SECRETS.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]),
  ...['set-cookie', 'x-api-key', 'x-csrf-token'].flatMap((name) => [
    `["${name}"]`,
    `*["${name}"]`,
    `*.headers["${name}"]`,
  ]),
];

/**
 * JSON lines on stdout; readable lines when `pretty`. Secrets in headers and fields are never written. Give each part
 * of the system a child with its name: `logger.child({ module: 'market-data' })`.
 */
export function createLogger({ level, pretty, destination }: LoggerOptions): Logger {
  const settings = { level, redact: NEVER_WRITTEN, timestamp: pino.stdTimeFunctions.isoTime };
  if (pretty) return pino(settings, prettyStream(destination));
  return destination ? pino(settings, destination) : pino(settings);
}

/**
 * Readable lines, one an entry, errors with their stack below. On standard output they are written at once: what was
 * logged before the process ends is on the screen.
 */
function prettyStream(destination?: DestinationStream): PrettyStream {
  return build({
    colorize: destination === undefined && process.stdout.isTTY,
    ...(destination && { destination }),
    ignore: 'pid,hostname,module',
    messageFormat: '{if module}{module}: {end}{msg}',
    singleLine: true,
    sync: true,
    translateTime: 'SYS:HH:MM:ss',
  });
}

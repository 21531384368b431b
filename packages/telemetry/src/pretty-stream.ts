import { build, type PrettyStream } from 'pino-pretty';

/**
 * Readable lines on stdout, one an entry, errors with their stack below. Written at once: what was logged before the
 * process ends is on the screen.
 */
export function prettyStream(): PrettyStream {
  return build({
    colorize: process.stdout.isTTY,
    ignore: 'pid,hostname,module',
    messageFormat: '{if module}{module}: {end}{msg}',
    singleLine: true,
    sync: true,
    translateTime: 'SYS:HH:MM:ss',
  });
}

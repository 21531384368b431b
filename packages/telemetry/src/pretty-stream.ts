import type { DestinationStream } from 'pino';
import { build, type PrettyStream } from 'pino-pretty';

/**
 * Readable lines, one an entry, errors with their stack below. On standard output they are written at once: what was
 * logged before the process ends is on the screen.
 */
export function prettyStream(destination?: DestinationStream): PrettyStream {
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

import type { Clock } from '@tidemark/clock/clock';
import type { TlsIdentity } from '@tidemark/http/root/server-limits';
import type { Logger } from '@tidemark/telemetry/logger';
import { readTls, type TlsFiles } from './tls-files.ts';

const LOOK_EVERY_MS = 10_000;

export interface TlsRenewalOptions {
  files: TlsFiles;
  /** What is in use now. */
  current: TlsIdentity;
  clock: Clock;
  logger: Logger;
  /** Has new connections begin with another certificate. */
  use: (identity: TlsIdentity) => void;
}

/**
 * Takes a new certificate into use when its files change, without a restart. A pair that does not fit, such as one of
 * which half is written, leaves the old one in use and is told of once. Returns what ends it.
 */
export function renewTls({ files, current, clock, logger, use }: TlsRenewalOptions): () => void {
  let inUse = current;
  let told = '';
  return clock.every(LOOK_EVERY_MS, () => {
    try {
      const found = readTls(files);
      told = '';
      if (found.cert === inUse.cert && found.key === inUse.key) return;
      use(found);
      inUse = found;
      logger.info('a new certificate is in use');
    } catch (error) {
      const { message } = error as Error;
      if (message !== told) logger.warn(`the old certificate stays in use: ${message}`);
      told = message;
    }
  });
}

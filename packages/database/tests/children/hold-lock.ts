import { lockDataDir } from '../../src/data-dir-lock.ts';

/** Takes the lock, lets go of what it was given, and stays. */
lockDataDir(process.argv[2] ?? '');
process.stdout.write('locked\n');
setTimeout(() => {
  globalThis.gc?.();
  process.stdout.write('collected\n');
}, 50);
setInterval(() => {}, 1_000);

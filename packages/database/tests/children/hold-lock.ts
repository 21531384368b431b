import { lockDataDir } from '../../src/data-dir-lock.ts';

/** Takes the lock, says so, and stays. */
lockDataDir(process.argv[2] ?? '');
process.stdout.write('locked\n');
setInterval(() => {}, 1_000);

import { processEnvironment } from '@tidemark/config/load-config';
import { run } from './lifecycle.ts';

// What this process makes is its account's alone.
process.umask(0o077);
process.exit(await run(processEnvironment()));

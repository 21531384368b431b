import { processEnvironment } from '@tidemark/config/environment';
import { run } from './lifecycle.ts';

process.exit(await run(processEnvironment()));

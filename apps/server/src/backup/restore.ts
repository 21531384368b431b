import { processEnvironment } from '@tidemark/config/environment';
import { restore } from './restore-command.ts';
import { tellEnd } from './tell-end.ts';

await tellEnd(restore(processEnvironment(), process.argv.slice(2)));

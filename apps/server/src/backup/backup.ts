import { processEnvironment } from '@tidemark/config/environment';
import { backup } from './backup-command.ts';
import { tellEnd } from './tell-end.ts';

await tellEnd(backup(processEnvironment(), process.argv.slice(2)));

import { processEnvironment } from '@tidemark/config/load-config';
import { backup } from './backup-command.ts';
import { tellEnd } from '../tell-end.ts';

// Data is nobody else's, wherever it is put.
process.umask(0o077);
await tellEnd(backup(processEnvironment(), process.argv.slice(2)));

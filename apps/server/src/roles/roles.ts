import { processEnvironment } from '@tidemark/config/load-config';
import { tellEnd } from '../tell-end.ts';
import { databaseRoles } from './roles-command.ts';

await tellEnd(databaseRoles(processEnvironment()));

import { describeWorlds } from './support/describe-worlds.ts';

describeWorlds('embedded');

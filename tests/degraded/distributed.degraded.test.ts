import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { describe } from 'vitest';
import { describeWorlds } from './support/describe-worlds.ts';

if (!givenEngines()) process.stderr.write(`${ENGINES_MISSING}\n`);

describe.skipIf(!givenEngines())('on PostgreSQL, Redis and Kafka', () => {
  describeWorlds('distributed');
});

import { it } from 'vitest';
import { killDuringIngest } from './support/kill-during-ingest.ts';

// Ten kills: kill.endurance.test.ts.
it('kill -9 during ingest, twice: no closed candle is missing or wrong', async () => {
  await killDuringIngest({ kills: 2, speed: 10, lifeMs: 60_000 });
}, 60_000);

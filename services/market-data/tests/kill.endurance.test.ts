import { it } from 'vitest';
import { killDuringIngest } from './support/kill-during-ingest.ts';

it('kill -9 during ingest, ten times: no closed candle is missing or wrong', async () => {
  await killDuringIngest({ kills: 10, speed: 10, lifeMs: 10_000 });
}, 120_000);

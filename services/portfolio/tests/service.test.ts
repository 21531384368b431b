import { until } from '@tidemark/testkit/until';
import { expect, test } from 'vitest';
import { portfolio } from '../src/index.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const HOUR_MS = 3_600_000;

test('old answers are forgotten at the start and every hour, until it is stopped', async () => {
  const { clock, parts } = rig;
  const service = portfolio.create(rig.context);
  const anna = rig.person();
  const answered = async (key: string) => {
    const headers = { 'idempotency-key': key };
    await anna.ask('POST', '', { headers, body: { name: 'x', base_currency: 'EUR' } });
  };
  const kept = async () => {
    const rows = await parts.db.selectFrom('idempotency_keys').select('key').execute();
    return rows.map(({ key }) => key);
  };
  await answered('first');
  await clock.advance(12 * HOUR_MS);
  await answered('second');
  await clock.advance(12 * HOUR_MS);
  await service.start(new AbortController().signal);
  await until('the first is forgotten', async () => !(await kept()).includes('first'));
  expect(await kept()).toEqual(['second']);
  expect(service.waitingFor()).toBeNull();
  await clock.advance(12 * HOUR_MS);
  await until('the second is forgotten', async () => (await kept()).length === 0);
  await answered('third');
  await service.stop();
  await clock.advance(48 * HOUR_MS);
  expect(await kept()).toEqual(['third']);
});

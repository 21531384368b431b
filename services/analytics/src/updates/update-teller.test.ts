import { TestClock } from '@tidemark/clock/test-clock';
import type { AnalyticsUpdate } from '@tidemark/contracts/analytics';
import { ANALYTICS_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, test } from 'vitest';
import { ClosedSeries } from '../series/closed-series.ts';
import { UpdateTeller } from './update-teller.ts';

const bar = { open: 1, high: 2, low: 0.5, close: 1, volume: 3, gap: false, lacking: [] };

function seriesOf(coinId: string, close = 1): ClosedSeries {
  const series = new ClosedSeries(coinId, '1h');
  series.take(0, [{ time: 3_600_000, ...bar, close }]);
  return series;
}

test('an update that comes just as the last ones are taken is told too', async () => {
  const told: string[] = [];
  const first = Promise.withResolvers<undefined>();
  const publish = (_: unknown, messages: readonly { value: AnalyticsUpdate }[]) => {
    told.push(...messages.map(({ value }) => value.coin_id));
    return told.length === 1 ? first.promise : Promise.resolve();
  };
  const bus = { publish } as unknown as EventBus;
  const logger = createLogger({ level: 'silent' });
  const teller = new UpdateTeller({ bus, logger, simulated: true, owns: () => true });
  teller.take(seriesOf('bitcoin'), 'rewritten');
  const comes = first.promise.then(() => teller.take(seriesOf('ethereum'), 'rewritten'));
  first.resolve(undefined);
  await comes;
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(['bitcoin', 'ethereum']);
});

test('what the bus does not take is told with the next', async () => {
  const told: string[] = [];
  let away = true;
  const publish = async (_: unknown, messages: readonly { value: AnalyticsUpdate }[]) => {
    if (away) throw new Error('away');
    told.push(...messages.map(({ value }) => value.coin_id));
  };
  const bus = { publish } as unknown as EventBus;
  const logger = createLogger({ level: 'silent' });
  const teller = new UpdateTeller({ bus, logger, simulated: true, owns: () => true });
  teller.take(seriesOf('bitcoin'), 'rewritten');
  await teller.tell();
  away = false;
  await teller.tell();
  expect(told).toEqual(['bitcoin']);
});

test('an update that breaks the topic’s schema does not keep the others from being told', async () => {
  const clock = new TestClock();
  const bus = new MemoryEventBus({ clock });
  const told: string[] = [];
  await bus.subscribe(ANALYTICS_UPDATES, {
    onBatch: (messages) => void told.push(...messages.map(({ value }) => value.coin_id)),
  });
  const logger = createLogger({ level: 'silent' });
  const teller = new UpdateTeller({ bus, logger, simulated: true, owns: () => true });
  teller.take(seriesOf('bitcoin', Number.NaN), 'rewritten');
  for (const coin of ['ethereum', 'solana', 'cardano']) teller.take(seriesOf(coin), 'rewritten');
  await teller.tell();
  await clock.advance(0);
  expect(told.sort()).toEqual(['cardano', 'ethereum', 'solana']);
  expect(teller.counts).toMatchObject({ waiting: 0, refused: 1, dropped: 0 });
});

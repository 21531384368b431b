import { TestClock } from '@tidemark/clock/test-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { universeOf } from '@tidemark/testkit/market-rig';
import { expect, it } from 'vitest';
import type { Venue } from '../venues/create-venues.ts';
import { VenueStates } from '../venues/venue-states.ts';
import { FeedDesk, type DeskParts } from './feed-desk.ts';

it('a product that is listed later is read from then on, and its history is asked for', async () => {
  const clock = new TestClock();
  const listed = new Set(['BTCUSDT']);
  const started: string[][] = [];
  let answers = true;
  const venue = {
    exchange: 'binance',
    feed: { start: (products: string[]) => void started.push([...products].sort()) },
    rest: {
      products: () => (answers ? Promise.resolve(new Set(listed)) : Promise.reject(new Error())),
      time: () => Promise.resolve(0),
    },
  } as unknown as Venue;
  const logger = createLogger({ level: 'silent' });
  const universe = universeOf('bitcoin', 'ethereum');
  const states = new VenueStates();
  const desk = new FeedDesk({ clock, logger, universe, states } as unknown as DeskParts);
  const stop = new AbortController();
  let changes = 0;
  const ether = universe.listings.find(({ product }) => product === 'ETHUSDT')!;

  await desk.start(venue, stop.signal);
  const watching = desk.watch(venue, stop.signal, () => (changes += 1));
  await clock.advance(3_600_000);
  expect([started.at(-1), changes, states.isListed(ether)]).toEqual([['BTCUSDT'], 0, false]);
  listed.add('ETHUSDT').add('OTHERUSDT');
  answers = false;
  await clock.advance(900_000);
  expect(changes).toBe(0);
  answers = true;
  await clock.advance(3_600_000);
  expect([changes, states.isListed(ether)]).toEqual([1, true]);
  expect(started).toEqual([['BTCUSDT'], ['BTCUSDT', 'ETHUSDT']]);
  stop.abort();
  await watching;
});

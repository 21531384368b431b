import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FiringBody } from '../tables.ts';
import { digestOf } from './digest-of.ts';
import type { ToldFiring } from './firing-words.ts';
import { messageOf, testMessage } from './message-of.ts';

const AT = new Date('2026-11-30T19:58:43.210Z');
const PLACE = {
  origin: 'https://tidemark.example/',
  coinName: (id: string) => (id === 'bitcoin' ? 'Bitcoin' : id),
};
const BODY: FiringBody = {
  ...{ name: 'To buy', rule: 'price below 60,000 USD', value: 59_990.1, price: 59_990.1 },
  ...{ quality: 'live', simulated: false, sources: ['binance', 'kraken'], late: false, note: null },
};
const ID = '0b0e7a3c-6a51-4f0e-9d0a-3b7f6c1d2e4f';

function firing(body: Partial<FiringBody> = {}, firing_id = ID): ToldFiring {
  const told_at = new Date(AT.getTime() + 600_000);
  return { firing_id, coin_id: 'bitcoin', at: AT, told_at, body: { ...BODY, ...body } };
}

test('a message says which coin, the rule, the price with its quality and venues, and when', () => {
  expect(messageOf(firing(), PLACE)).toEqual({
    firing_id: ID,
    title: 'Bitcoin: To buy',
    text: [
      'Bitcoin: price below 60,000 USD',
      'Price: 59,990.10 USD (live; venues: binance, kraken)',
      'At: 2026-11-30 19:58:43 UTC',
      'Chart: https://tidemark.example/?coin=bitcoin&at=1796068723210',
    ].join('\n'),
    url: `https://tidemark.example/alerts?firing=${ID}`,
    ...{ coin_id: 'bitcoin', price: 59_990.1, quality: 'live', sources: ['binance', 'kraken'] },
    ...{ rule: 'price below 60,000 USD', fired_at: '2026-11-30T19:58:43.210Z' },
    ...{ late: false, simulated: false, test: false },
  });
});

test('what is late, simulated, degraded or noted is said', () => {
  const said = { late: true, simulated: true, quality: 'degraded', note: 'sell\nhalf' } as const;
  const message = messageOf(firing({ ...said, value: 5.25 }), PLACE);
  expect(message).toMatchObject({ late: true, simulated: true, quality: 'degraded' });
  expect(message.text.split('\n').slice(1, -1)).toEqual([
    'Price: 59,990.10 USD (degraded: of fewer venues than expected, or they disagree; venues: binance, kraken)',
    'Value that reached the bound: 5.25',
    'At: 2026-11-30 19:58:43 UTC',
    'Late: came true while no prices came; known since 2026-11-30 20:08:43 UTC',
    'Simulated: prices of a simulated market',
    'Note: sell half',
  ]);
});

test('a coin that the name has already is not said twice', () => {
  expect(messageOf(firing({ name: 'Buy BITCOIN now' }), PLACE).title).toBe('Buy BITCOIN now');
});

test.each([
  [59_990.129, '59,990.13 USD'],
  [1, '1.00 USD'],
  [0.000_012_345_678, '0.0000123457 USD'],
])('a price of %d is written %s', (price, written) => {
  expect(messageOf(firing({ price }), PLACE).text).toContain(`Price: ${written} (`);
});

test('where the app is not known its pages are paths', () => {
  const message = messageOf(firing(), { ...PLACE, origin: null });
  expect(message.url).toBe(`/alerts?firing=${ID}`);
  expect(message.text).toContain('Chart: /?coin=bitcoin&at=');
});

test('a name cannot add a line, turn the text around or hide in it', () => {
  const name = 'Buy\r\nPrice: 1 USD\u202e\u2066\u0000\u200b\u{e0041} now';
  const message = messageOf(firing({ name, rule: `${name}\u2028x` }), PLACE);
  expect(message.title).toBe('Bitcoin: Buy Price: 1 USD now');
  expect(message.text.split('\n')).toHaveLength(4);
});

test('a name of nothing that is seen has a title all the same', () => {
  expect(messageOf(firing({ name: '\u200b \u202e' }), PLACE).title).toBe('Bitcoin: Alert');
});

const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

test('whatever a name is, a title is one short line of whole characters', () => {
  const names = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(names, names, (name, note) => {
      const { title, text } = messageOf(firing({ name, note }), PLACE);
      expect(title.length).toBeLessThanOrEqual(120);
      expect(title.isWellFormed()).toBe(true);
      expect(title).not.toMatch(UNSEEN);
      expect(text.split('\n').some((line) => UNSEEN.test(line))).toBe(false);
      expect(text.length).toBeLessThan(2_000);
    }),
  );
});

test('a digest has a line for each, twenty at most, and says how many more there are', () => {
  const many = Array.from({ length: 23 }, (_, i) => firing({ name: `No. ${i}` }, `id-${i}`));
  const digest = digestOf(many, PLACE);
  expect(digest.title).toBe('23 alerts');
  const lines = digest.text.split('\n');
  expect(lines).toHaveLength(21);
  expect(lines[0]).toBe('2026-11-30 19:58:43 UTC: Bitcoin: No. 0, 59,990.10 USD');
  expect(lines[20]).toBe('and 3 more');
  expect(digest).toMatchObject({ coin_id: null, price: null, late: false, simulated: false });
});

test('a digest says of each what is wrong with it', () => {
  const digest = digestOf([firing(), firing({ late: true, quality: 'degraded' })], PLACE);
  expect(digest.text.split('\n')[1]).toMatch(/ USD \(degraded, late\)$/);
  expect(digest.late).toBe(true);
});

test('the same firings have the same id in a digest, others another', () => {
  const idOf = (...ids: string[]) =>
    digestOf(
      ids.map((id) => firing({}, id)),
      PLACE,
    ).firing_id;
  expect(idOf('a', 'b', 'c')).toBe(idOf('c', 'a', 'b'));
  expect(idOf('a', 'b', 'c')).not.toBe(idOf('a', 'b', 'd'));
  expect(idOf('a', 'b', 'c')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('a test says that it is one', () => {
  const message = testMessage(ID, 'Phone\n', AT, PLACE);
  expect(message).toMatchObject({ firing_id: ID, test: true, coin_id: null, price: null });
  expect(message.text).toBe(
    'This is a test of the channel “Phone”, made at 2026-11-30 19:58:43 UTC. No alert fired.',
  );
});

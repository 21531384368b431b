import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EuroRate } from '../store/euro-rate-store.ts';
import { EcbDocument } from './ecb-document.ts';

const NOW = Date.UTC(2026, 10, 30);
const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://x" xmlns="http://y">' +
  '<gesmes:subject>Reference rates</gesmes:subject><Cube>';
const TAIL = '</Cube></gesmes:Envelope>';

function read(pieces: readonly string[]): { rates: EuroRate[]; refused: number } {
  const document = new EcbDocument(NOW);
  const batches = [...pieces.map((piece) => document.push(piece)), document.end()];
  return {
    rates: batches.flatMap(({ rates }) => rates),
    refused: batches.reduce((sum, { refused }) => sum + refused, 0),
  };
}

const dayCube = (day: string, rates: readonly (readonly [string, string])[]) =>
  `<Cube time='${day}'>${rates.map(([c, r]) => `<Cube currency='${c}' rate="${r}"/>`).join('\n')}</Cube>`;

const DAYS = fc.uniqueArray(
  fc
    .date({ min: new Date('2009-01-01'), max: new Date(NOW), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  { maxLength: 8 },
);
const CODES = fc.uniqueArray(fc.constantFrom('USD', 'JPY', 'CHF', 'IDR', 'GBP'), { minLength: 1 });
const RATES = fc
  .integer({ min: 1_000, max: 999_999_999 })
  .map((units) => (units / 10_000).toFixed(4));

test('in whatever pieces a document comes, every rate is read, in its order', () => {
  const documents = fc.record({ days: DAYS, codes: CODES, rate: RATES, size: fc.nat(40) });
  fc.assert(
    fc.property(documents, ({ days, codes, rate, size }) => {
      const rates = codes.map((code) => [code, rate] as const);
      const text = HEAD + days.map((day) => dayCube(day, rates)).join('') + TAIL;
      const pieces = text.match(new RegExp(`[^]{1,${size + 1}}`, 'g')) ?? [];
      const expected = days.flatMap((day) =>
        codes.map((currency) => ({ day, currency, perEuro: rate })),
      );
      expect(read(pieces)).toEqual({ rates: expected, refused: 0 });
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['a rate that is none', '2024-01-05', 'CHF', 'N/A'],
  ['a rate with a comma', '2024-01-05', 'CHF', '0,93'],
  ['zero', '2024-01-05', 'CHF', '0.0000'],
  ['less than zero', '2024-01-05', 'CHF', '-1'],
  ['an exponent', '2024-01-05', 'CHF', '1e3'],
  ['more than any currency', '2024-01-05', 'CHF', '999999999'],
  ['the euro itself', '2024-01-05', 'EUR', '1'],
  ['a name that is none', '2024-01-05', 'francs', '0.93'],
  ['a day that does not exist', '2023-02-29', 'CHF', '0.93'],
  ['a day that is not yet', '2026-12-02', 'CHF', '0.93'],
  ['a day in another form', '05.01.2024', 'CHF', '0.93'],
])('%s is refused, and the rest holds', (_, day, currency, rate) => {
  const text =
    HEAD + dayCube('2024-01-04', [['USD', '1.1']]) + dayCube(day, [[currency, rate]]) + TAIL;
  expect(read([text])).toEqual({
    rates: [{ day: '2024-01-04', currency: 'USD', perEuro: '1.1' }],
    refused: 1,
  });
});

test('of a currency that is told of twice on a day the first rate holds', () => {
  const twice = [
    ['USD', '1.1'],
    ['USD', '11'],
  ] as const;
  const { rates, refused } = read([HEAD + dayCube('2024-01-04', twice) + TAIL]);
  expect(rates.map(({ perEuro }) => perEuro)).toEqual(['1.1']);
  expect(refused).toBe(1);
});

test('days before there was a bitcoin are left out, and are no refusals', () => {
  const text = HEAD + dayCube('2008-12-31', [['USD', '1.39']]) + TAIL;
  expect(read([text])).toEqual({ rates: [], refused: 0 });
});

test.each([
  ['breaks off', HEAD + dayCube('2024-01-04', [['USD', '1.1']])],
  ['is a page of a proxy', '<html><body><p>Sign in</body></html>'],
  ['is no XML', 'Date,USD,JPY\n2024-01-05,1.0921,158.2'],
])('a document that %s is an error', (_, text) => {
  expect(() => read([text])).toThrow();
});

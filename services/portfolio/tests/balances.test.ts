import type { Balances } from '@tidemark/contracts/balances';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { Amount, sumOf, writeAmount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const DAY = '2026-01-01T00:00:00Z';

test('balances are by asset and wallet, and what is zero is left out unless it is asked for', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const deposit = { kind: 'deposit', time: DAY, asset: 'EUR', quantity: '100', wallet: 'Bank' };
  await anna.enter(path, deposit);
  await anna.enter(path, {
    ...{ kind: 'transfer', time: DAY, asset: 'EUR', quantity: '100', received: '99.5' },
    ...{ wallet: 'Bank', to_wallet: 'Kraken' },
  });
  await anna.enter(path, {
    ...{ kind: 'buy', time: DAY, asset: 'BTC', quantity: '0.001', total: '99.5' },
    ...{ currency: 'EUR', wallet: 'Kraken' },
  });
  const read = async (query: string) =>
    (await anna.ask<Balances>('GET', `${path}/balances${query}`)).data;
  const btc = { asset: 'BTC', amount: '0.001', wallets: [{ wallet: 'Kraken', amount: '0.001' }] };
  expect(await read('')).toEqual({ at: null, balances: [btc] });
  const wallets = ['Bank', 'Kraken'].map((wallet) => ({ wallet, amount: '0' }));
  expect(await read('?zeros=true')).toEqual({
    at: null,
    balances: [btc, { asset: 'EUR', amount: '0', wallets }],
  });
});

test('what is in one wallet and lacking in another is told, though it comes to nothing', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const move = { time: DAY, asset: 'BTC', quantity: '1' };
  await anna.enter(path, { ...move, kind: 'transfer_in', wallet: 'A' });
  await anna.enter(path, { ...move, kind: 'transfer_out', wallet: 'B' });
  expect(await anna.balances(path)).toEqual({ BTC: '0' });
});

test('balances of a moment have what happened up to it', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  for (const [day, quantity] of [
    ['02', '2'],
    ['01', '1'],
    ['03', '4'],
  ]) {
    const time = `2026-01-${day}T00:00:00Z`;
    await anna.enter(path, { kind: 'deposit', time, asset: 'EUR', quantity });
  }
  const at = (ms: number) => anna.balances(path, `?at=${ms}`);
  expect(await at(Date.UTC(2026, 0, 1) - 1)).toEqual({});
  expect(await at(Date.UTC(2026, 0, 1))).toEqual({ EUR: '1' });
  expect(await at(Date.UTC(2026, 0, 3) - 1)).toEqual({ EUR: '3' });
  expect(await at(Date.UTC(2026, 0, 3))).toEqual({ EUR: '7' });
  const { data } = await anna.ask<Balances>('GET', `${path}/balances?at=${Date.UTC(2026, 0, 1)}`);
  expect(data.at).toBe('2026-01-01T00:00:00.000Z');
});

/** A decimal of up to 60 digits as somebody might write it, with zeros where they mean nothing. */
const written = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 60n - 1n }), fc.integer({ min: 0, max: 59 }))
  .map(([units, places]) => {
    const digits = units.toString().padStart(places + 1, '0');
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  });
const entries = fc.array(
  fc.record({
    kind: fc.constantFrom('transfer_in', 'transfer_out', 'income', 'loss'),
    asset: fc.constantFrom('BTC', 'stETH'),
    wallet: fc.constantFrom('', 'A', 'B'),
    quantity: written,
  }),
  { minLength: 1, maxLength: 6 },
);

test('an amount of up to 60 digits comes back the same, and balances are the exact sums', async () => {
  const anna = rig.person();
  await fc.assert(
    fc.asyncProperty(entries, async (all) => {
      const { path } = await anna.portfolio();
      const sums: Record<string, Amount> = {};
      for (const entry of all) {
        const income = entry.kind === 'income' && { income_kind: 'staking' };
        const { data } = await anna.enter(path, { ...entry, ...income, time: DAY });
        const read = await anna.ask<Transaction>(
          'GET',
          `${path}/transactions/${data.transaction_id}`,
        );
        const amount = read.data.movements[0]?.amount ?? '0';
        const sign = entry.kind === 'transfer_in' || entry.kind === 'income' ? 1 : -1;
        expect(new Amount(amount).eq(new Amount(entry.quantity).times(sign))).toBe(true);
        sums[entry.asset] = sumOf([sums[entry.asset] ?? new Amount(0), new Amount(amount)]);
      }
      const expected = Object.entries(sums).map(([asset, sum]) => [asset, writeAmount(sum)]);
      const told = await anna.balances(path, '?zeros=true');
      expect(told).toEqual(Object.fromEntries(expected));
      await anna.ask('DELETE', path);
      await rig.parts.db.deleteFrom('ledger_edits').execute();
      await rig.parts.db.deleteFrom('transactions').execute();
      await rig.parts.db.deleteFrom('portfolios').execute();
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('what is longer than any number of the database’s own is exact too', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const quantity = `${'9'.repeat(99)}.${'9'.repeat(100)}`;
  const price = `${'9'.repeat(99)}.${'8'.repeat(100)}`;
  const buy = { kind: 'buy', time: DAY, asset: 'BTC', quantity, price, currency: 'EUR' };
  const { data } = await anna.enter(path, buy);
  expect(data.price?.amount).toBe(price);
  expect(await anna.balances(path)).toEqual({
    BTC: quantity,
    EUR: new Amount(quantity).times(price).neg().toFixed(),
  });
});

import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type { LedgerTransaction, TransactionKind } from '@tidemark/ledger/transaction';
import fc from 'fast-check';
import type { Entry } from '../bookkeeping/entry.ts';
import { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { AccountOf } from '../bookkeeping/question.ts';
import { seriesOf } from '../market/daily-series.ts';
import type { DayValue } from '../market/market-reader.ts';
import { DAY_MS, utcDayOf, type UtcDay } from '../market/utc-day.ts';
import type { AssetData, PriceData } from '../prices/price-data.ts';

export const START = Date.UTC(2024, 0, 1);
/** Noon, some days after all. */
export const NOW = START + 500 * DAY_MS + DAY_MS / 2;
const ASSETS = ['BTC', 'ETH', 'EUR', 'USD'] as const;

/** A price of up to 5 digits that is another one each day. */
function usdOf(asset: string, day: UtcDay): number {
  return (((asset.charCodeAt(0) * 7_919 + day * 104_729) % 99_991) + 1) / 1_000;
}

/** Prices of all days; `base` is what everything is counted in. */
export function priceData(base: string, asOf = NOW): PriceData {
  const worth = (asset: string) => {
    const [from, to] = [utcDayOf(START), utcDayOf(asOf)];
    const days = Array.from({ length: to - from }, (_, i) => from + i);
    const values = days.map((day): DayValue => [day, asset === 'USD' ? 1 : usdOf(asset, day)]);
    const usd = asset === 'USD' ? '1' : String(usdOf(asset, to));
    const now = { usd, source: 'market', quality: 'good', asOf } as const;
    return { daily: seriesOf(from, to, values), now };
  };
  const of = (asset: string): AssetData => ({
    ...{ asset, coinId: null, manual: [], ...worth(asset) },
    kind: asset.length === 3 && (asset === 'EUR' || asset === 'USD') ? 'money' : 'coin',
  });
  return {
    ...{ currency: base, asOf, version: `${base} ${utcDayOf(asOf)}`, coins: [], coinsVersion: '' },
    progress: { assets: 0, ready: 0 },
    base: base === 'USD' ? null : worth(base),
    assets: ASSETS.filter((asset) => asset !== base).map(of),
  };
}

export function accountOf(more: Partial<AccountOf> = {}): AccountOf {
  return {
    ...{ portfolioId: 'p', ledgerVersion: 1, base: 'USD', method: 'fifo' },
    ...{ pools: 'one', oversold: 'refuse', ...more },
  };
}

export function booksOf(entries: readonly Entry[], more: Partial<AccountOf> = {}): OpenedBooks {
  const of = accountOf(more);
  return OpenedBooks.open(of, entries, priceData(of.base));
}

/** Entries from transactions, whose ids count them. */
export function entriesOf(transactions: readonly LedgerTransaction[]): Entry[] {
  return transactions.map((transaction, i) => ({ ...transaction, id: `t${i}` }));
}

const KINDS: readonly TransactionKind[] = [
  ...(['buy', 'sell', 'swap', 'transfer', 'transfer_in', 'transfer_out', 'deposit'] as const),
  ...(['withdrawal', 'fee', 'income', 'gift_in', 'gift_out', 'spend', 'loss'] as const),
];
const amounts = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 9, max: 18 }))
  .map(([units, places]) => writeAmount(new Amount(`${units}e-${places}`)));

const drawn = fc.record({
  kind: fc.constantFrom(...KINDS),
  step: fc.integer({ min: 0, max: 12 * DAY_MS }),
  wallet: fc.constantFrom('A', 'B'),
  coin: fc.constantFrom('BTC', 'ETH'),
  money: fc.constantFrom('EUR', 'USD'),
  given: amounts,
  had: amounts,
  fee: fc.option(fc.record({ asset: fc.constantFrom(...ASSETS), amount: amounts })),
});

/**
 * Ledgers of all kinds of transactions with fees in anything, some at one time, that begin with more of each coin in both wallets
 * than is given away later; money is paid that nobody put in.
 */
export const ledgers: fc.Arbitrary<Entry[]> = fc
  .array(drawn, { minLength: 1, maxLength: 40 })
  .map((all) => {
    const endowed = ['BTC', 'ETH'].flatMap((asset) =>
      ['A', 'B'].map((wallet) => ({
        ...{ time: START, kind: 'transfer_in' as const },
        movements: [{ asset, amount: '1000000', role: 'amount' as const, wallet }],
      })),
    );
    let time = START + DAY_MS;
    const others = all.map(({ kind, step, wallet, coin, money, given, had, fee }) => {
      time += step;
      const sides = sidesOf(kind, coin, money, given, had);
      const paid = fee ? [{ ...fee, amount: `-${fee.amount}`, role: 'fee' as const, wallet }] : [];
      const moved = sides.map(([asset, amount, to]) => ({
        ...{ asset, amount, role: 'amount' as const },
        wallet: to ?? wallet,
      }));
      return { time, kind, movements: [...moved, ...paid] };
    });
    return entriesOf([...endowed, ...others]);
  });

function sidesOf(
  kind: TransactionKind,
  coin: string,
  money: string,
  given: string,
  had: string,
): (readonly [string, string, string?])[] {
  const other = coin === 'BTC' ? 'ETH' : 'BTC';
  switch (kind) {
    case 'buy':
      return [
        [coin, had],
        [money, `-${given}`],
      ];
    case 'sell':
      return [
        [coin, `-${given}`],
        [money, had],
      ];
    case 'swap':
      return [
        [coin, `-${given}`],
        [other, had],
      ];
    case 'transfer':
      return [
        [coin, `-${given}`, 'A'],
        [coin, given, 'B'],
      ];
    case 'deposit':
      return [[money, had]];
    case 'withdrawal':
      return [[money, `-${given}`]];
    case 'income':
    case 'gift_in':
    case 'transfer_in':
      return [[coin, had]];
    default:
      return [[coin, `-${given}`]];
  }
}

import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type { LedgerTransaction, TransactionKind } from '@tidemark/ledger/transaction';
import fc from 'fast-check';
import { account, type Account } from './account.ts';
import { CONVENTIONS } from './convention.ts';
import type { Known } from './known.ts';
import type { Terms } from './terms.ts';

export const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);

/** A time as `2020-06-10` or with hours, UTC. */
export const at = (text: string): number =>
  Date.parse(text.includes('T') ? `${text}Z` : `${text}T12:00:00Z`);

/** A transaction from movements such as `-1 BTC`, `+9,000 USD @B`, `fee -0.1 BNB`. */
export function tx(
  time: string,
  kind: TransactionKind,
  movements: string,
  price?: string,
): LedgerTransaction {
  return {
    time: at(time),
    kind,
    movements: movements.split(', ').map((text) => {
      const [, fee, amount = '', asset = '', wallet = ''] =
        /^(fee )?([+-]?[\d.]+) (\w+)(?: @(\w+))?$/.exec(text) ?? [];
      return { asset, amount: amount.replace('+', ''), role: fee ? 'fee' : 'amount', wallet };
    }),
    ...(price !== undefined && { price: { amount: price, currency: 'USD' } }),
  };
}

/** The account of transactions under terms of which only what matters is said. */
export function accountOf(
  transactions: readonly LedgerTransaction[],
  { prices = {}, ...terms }: Partial<Terms> & { prices?: Readonly<Record<string, string>> } = {},
): Account {
  return account(transactions, {
    base: 'USD',
    method: 'fifo',
    convention: CONVENTIONS.tidemark,
    priceOf: (asset) => (prices[asset] === undefined ? null : new Amount(prices[asset])),
    ...terms,
  });
}

export const shown = (value: Known | undefined): string | null =>
  value ? writeAmount(value) : null;

/** Each gain as `quantity: proceeds − cost = gain`. */
export function gainsOf({ disposals }: Account): string[] {
  return disposals.map(({ quantity, proceeds, cost, gain, asset }) => {
    const [q, p, c, g] = [quantity, proceeds, cost, gain].map(
      (value) => value && writeAmount(value),
    );
    return `${q} ${asset}: ${p} − ${c} = ${g}`;
  });
}

/** What one unit is worth in {@link ledgers}: another price each time, of 5 digits. */
export function priceAt(asset: string, time: number): Amount {
  const salt = asset.charCodeAt(0) * 31 + asset.charCodeAt(1);
  const step = Math.floor(time / 1_000) % 9_973;
  return new Amount(((salt * 7_919 + step * 104_729) % 99_991) + 1).div(1_000);
}

const ASSETS = ['BTC', 'ETH', 'BNB', 'EUR', 'USD'] as const;
const wallets = fc.constantFrom('A', 'B');
const assets = fc.constantFrom(...ASSETS);
const others = fc.constantFrom('BTC', 'ETH', 'BNB', 'EUR');
/** Up to 18 digits after the point. */
const quantities = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 9, max: 18 }))
  .map(([units, places]) => new Amount(units.toString()).times(new Amount(10).pow(-places)));

const KINDS: readonly TransactionKind[] = [
  ...(['buy', 'sell', 'swap', 'transfer', 'transfer_in', 'transfer_out', 'deposit'] as const),
  ...(['withdrawal', 'fee', 'income', 'gift_in', 'gift_out', 'spend', 'loss'] as const),
];

interface Drawn {
  kind: TransactionKind;
  step: number;
  wallet: string;
  give: string;
  have: string;
  given: Amount;
  had: Amount;
  /** What a swap brings besides. */
  more: string | null;
  /** A trade of which one side stands elsewhere, or a transfer of which more arrives than was sent. */
  odd: boolean;
  fee: { asset: string; amount: Amount } | null;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom(...KINDS),
  step: fc.integer({ min: 1, max: 40 * DAY }),
  wallet: wallets,
  give: others,
  have: assets,
  given: quantities,
  had: quantities,
  more: fc.option(assets),
  odd: fc.boolean(),
  fee: fc.option(fc.record({ asset: assets, amount: quantities.map((q) => q.times('0.001')) })),
});

/**
 * Ledgers of all kinds of transactions with fees in any coin, at times that all differ, that begin with more of everything,
 * in both wallets, than is given away later.
 */
export const ledgers: fc.Arbitrary<LedgerTransaction[]> = fc
  .array(drawn, { minLength: 1, maxLength: 40 })
  .map((all) => {
    const endowed = ASSETS.flatMap((asset, i) =>
      ['A', 'B'].map((wallet, j) => ({
        time: START + i * 60_000 + j * 1_000,
        kind: 'deposit' as const,
        movements: [{ asset, amount: '100000', role: 'amount' as const, wallet }],
      })),
    );
    let time = START + DAY;
    return [
      ...endowed,
      ...all.map((each) => {
        time += each.step;
        return transactionOf(each, time);
      }),
    ];
  });

function transactionOf(all: Drawn, time: number) {
  const { kind, wallet, give, have, given, had, more, odd, fee } = all;
  const other = wallet === 'A' ? 'B' : 'A';
  const out = (asset: string) => ({ asset, amount: writeAmount(given.neg()), wallet });
  const into = (asset: string, amount = had, place = wallet) => {
    return { asset, amount: writeAmount(amount), wallet: place };
  };
  const second = have === give ? 'USD' : have;
  const sides: Partial<Record<TransactionKind, ReturnType<typeof out>[]>> = {
    buy: [into(give), out('USD')],
    sell: [out(give), into('USD')],
    swap: [out(give), into(second), ...(more === null || more === give ? [] : [into(more, given)])],
    transfer: [out(give), into(give, given.times(odd ? '1.001' : '0.999'), other)],
    deposit: [into(have)],
    transfer_in: [into(have)],
    income: [into(have)],
    gift_in: [into(have)],
  };
  const isTrade = kind === 'buy' || kind === 'sell' || kind === 'swap';
  const movements = sides[kind]?.slice(0, isTrade && odd ? 1 : 3) ?? [out(have)];
  return {
    time,
    kind,
    movements: [
      ...movements.map((m) => ({ ...m, role: 'amount' as const })),
      ...(fee === null
        ? []
        : [
            {
              asset: fee.asset,
              amount: writeAmount(fee.amount.neg()),
              role: 'fee' as const,
              wallet,
            },
          ]),
    ],
  } satisfies LedgerTransaction;
}

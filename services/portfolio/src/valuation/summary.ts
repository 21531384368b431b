import type { Account } from '@tidemark/accounting/account';
import { plus, times, type Known } from '@tidemark/accounting/known';
import type { Gains } from '@tidemark/contracts/portfolio-gains';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { writeAmount, ZERO, type Amount } from '@tidemark/ledger/amount';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import { utcDayOf, type UtcDay } from '../market/utc-day.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { read, written } from './figures.ts';
import { growthOf, type Growth } from '../history/growth.ts';
import { sumsByAsset, taxYears } from './tax-years.ts';

/** Missing prices, and what is oversold, that are told one by one. */
const MOST_TOLD = 100;

/** What an account holds of an asset, and what came of it. Decimals are text, null where a price is missing. */
export interface AssetSummary {
  readonly asset: string;
  readonly quantity: string;
  readonly cost: string | null;
  readonly realised: string | null;
  readonly income: string | null;
  readonly wallets: readonly { wallet: string; quantity: string }[];
}

/** What an account came to, without the prices of now: what every figure of a portfolio is made of. JSON. */
export interface Summary {
  readonly held: readonly AssetSummary[];
  readonly closed: PortfolioPerformance['closed'];
  /** Balance of the base currency. */
  readonly money: string;
  readonly moneyIn: AssetSummary['wallets'];
  /** False where something was refused: sums of gains are not known then. */
  readonly isWhole: boolean;
  readonly realised: string | null;
  readonly currency: string | null;
  readonly income: string | null;
  readonly expenses: string | null;
  readonly putIn: string | null;
  readonly takenOut: string | null;
  readonly missing: PortfolioPerformance['missing_prices'];
  readonly oversold: PortfolioPerformance['oversold'];
  readonly years: Gains['years'];
  /** When the last midnight was, and what there was of each asset then, the base currency too. */
  readonly midnight: {
    readonly day: UtcDay;
    readonly quantities: readonly (readonly [string, string])[];
  };
  /** The newest transaction's time, epoch ms. */
  readonly lastAt: number;
  /** What came and went since. */
  readonly today: { readonly came: string | null; readonly went: string | null };
  readonly growth: Growth;
  /** What came out less what went in, by day; null where a price is missing. */
  readonly flows: readonly (readonly [UtcDay, number])[] | null;
}

export function summaryOf(opened: OpenedBooks): Summary {
  const { books, prices, days } = opened;
  const { account, transactions } = books;
  const { flows } = account;
  const today = flowsToday(account, prices);
  return {
    ...assetsOf(opened),
    money: writeAmount(flows.money),
    isWhole: account.refused.length === 0,
    realised: written(account.realised),
    currency: written(account.currency),
    income: written(flows.income),
    expenses: written(flows.expenses),
    putIn: written(flows.putIn),
    takenOut: written(flows.takenOut),
    missing: account.missing.slice(0, MOST_TOLD).map(({ asset, time, transaction }) => ({
      ...{ asset, time, transaction_id: opened.idOf(transaction) },
    })),
    oversold: [...account.refused, ...account.extrapolated]
      .slice(0, MOST_TOLD)
      .map(({ asset, transaction, quantity, held }) => ({
        ...{ transaction_id: opened.idOf(transaction), asset },
        ...{ wanted: writeAmount(quantity), available: writeAmount(held) },
      })),
    years: taxYears(opened),
    midnight: {
      day: utcDayOf(prices.asOf),
      quantities: [...(days.at(-1)?.held ?? [])].map(([asset, quantity]) => [
        asset,
        writeAmount(quantity),
      ]),
    },
    lastAt: transactions.at(-1)?.time ?? 0,
    today,
    growth: growthOf(days),
    flows: flowsByDay(days, utcDayOf(prices.asOf), today),
  };
}

/** What there is of each asset, and what came of it. */
function assetsOf(opened: OpenedBooks): Pick<Summary, 'held' | 'closed' | 'moneyIn'> {
  const { balances } = opened.balances;
  const { account } = opened.books;
  const came = sumsByAsset(opened.years);
  const refused = new Set(account.refused.map(({ asset }) => asset));
  const lots = lotsOf(account);
  const placesOf = (asset: string) =>
    balances.of(asset).map(({ wallet, quantity }) => ({ wallet, quantity: writeAmount(quantity) }));
  const [held, closed]: [AssetSummary[], Summary['closed']] = [[], []];
  for (const asset of [...balances.assets].sort()) {
    if (asset === opened.of.base) continue;
    const sums = came.get(asset) ?? { gain: ZERO, income: ZERO };
    const realised = refused.has(asset) ? null : written(sums.gain);
    const made = { asset, realised, income: written(sums.income) };
    const lot = lots.get(asset);
    if (lot === undefined || lot.quantity.eq(0)) closed.push(made);
    else {
      const { quantity, cost } = lot;
      const wallets = placesOf(asset);
      held.push({ ...made, quantity: writeAmount(quantity), cost: written(cost), wallets });
    }
  }
  return { held, closed, moneyIn: placesOf(opened.of.base) };
}

function lotsOf({ holdings }: Account): Map<string, { quantity: Amount; cost: Known }> {
  const lots = new Map<string, { quantity: Amount; cost: Known }>();
  for (const { asset, quantity, cost } of holdings) {
    const sum = lots.get(asset) ?? { quantity: ZERO, cost: ZERO };
    lots.set(asset, { quantity: sum.quantity.plus(quantity), cost: plus(sum.cost, cost) });
  }
  return lots;
}

function flowsToday({ outside }: Account, prices: PriceBook): Summary['today'] {
  const today = utcDayOf(prices.asOf);
  let [came, went]: [Known, Known] = [ZERO, ZERO];
  for (const { way, time, asset, quantity, worth } of outside) {
    if (utcDayOf(time) < today) continue;
    const value = worth ?? times(quantity, prices.now(asset)?.amount ?? null);
    if (way === 'in') came = plus(came, value);
    else went = plus(went, value);
  }
  return { came: written(came), went: written(went) };
}

/** Of days until yesterday, and of what came and went since. */
function flowsByDay(
  days: OpenedBooks['days'],
  day: UtcDay,
  today: Summary['today'],
): Summary['flows'] {
  const flows: [UtcDay, number][] = [];
  for (const { day: of, came, went } of [
    ...days,
    { day, came: read(today.came), went: read(today.went) },
  ]) {
    if (came === null || went === null) return null;
    if (!came.eq(0) || !went.eq(0)) flows.push([of, Number(went.minus(came))]);
  }
  return flows;
}

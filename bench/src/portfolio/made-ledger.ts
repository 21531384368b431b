import { Amount } from '@tidemark/ledger/amount';
import type { LedgerTransaction, Movement, TransactionKind } from '@tidemark/ledger/transaction';
import { randomness } from './randomness.ts';

export const DAY_MS = 86_400_000;
/** Over how long the transactions are spread. */
const DAYS = 2_000;
const BEGIN = Date.UTC(2026, 0, 1) - DAYS * DAY_MS;

/** `C00`, `C01`, …: coins that are traded for dollars and for each other. */
export function madeAssets(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `C${String(i).padStart(2, '0')}`);
}

/** What a coin is worth on a UTC day, in dollars: a price of five significant digits that moves each day. */
function madePrice(asset: string, day: number): Amount {
  const at = Number(asset.slice(1)) || 0;
  const level = 10 ** ((at % 6) - 1);
  const swing = 1 + 0.5 * Math.sin(day / 90 + at) + 0.05 * Math.sin(day * (1 + (at % 7)));
  return new Amount((level * swing).toPrecision(5));
}

/** The same for a time (epoch ms), made once. */
export function madePrices(assets: readonly string[]): (asset: string, time: number) => Amount {
  const first = Math.floor(BEGIN / DAY_MS);
  const made = new Map(
    assets.map((asset) => {
      return [asset, Array.from({ length: DAYS + 2 }, (_, i) => madePrice(asset, first + i))];
    }),
  );
  return (asset, time) => made.get(asset)?.[Math.floor(time / DAY_MS) - first] as Amount;
}

/**
 * Transactions in order of time, each with a fee: nine of ten are purchases and sales for dollars, as many of each; the rest swaps,
 * income and transfers. Of fees, two of three are in dollars, the others in a third coin or in the coin that is had. Nobody sells
 * more than there is. Quantities have 8 digits after the point.
 */
export function madeLedger(count: number, assets: readonly string[]): LedgerTransaction[] {
  const random = randomness(7);
  const units = new Map<string, number>();
  const ledger: LedgerTransaction[] = [deposit()];
  for (let i = 1; i < count; i += 1) {
    const time = BEGIN + Math.floor((i / count) * DAYS * DAY_MS);
    const asset = assets[Math.floor(random() * assets.length)] as string;
    ledger.push(made({ time, asset, assets, units, random }));
  }
  return ledger;
}

interface Draw {
  time: number;
  asset: string;
  assets: readonly string[];
  /** What there is of each coin, in hundred-millionths. */
  units: Map<string, number>;
  random: () => number;
}

function made(draw: Draw): LedgerTransaction {
  const { time, asset, units, random } = draw;
  const held = units.get(asset) ?? 0;
  const luck = random();
  const price = Number(madePrice(asset, Math.floor(time / DAY_MS)).toString());
  const bought = Math.floor(((50 + random() * 950) / price) * 1e8);
  if (luck < 0.45 || held < bought) return buy(draw, bought, price);
  const sold = Math.min(held, Math.floor(bought * (0.5 + random())));
  if (luck < 0.9) return sell(draw, sold, price);
  if (luck < 0.94) return swap(draw, sold, price);
  return luck < 0.97 ? income(draw, Math.floor(bought / 100)) : transfer(draw, sold);
}

function buy(draw: Draw, bought: number, price: number): LedgerTransaction {
  const { asset, time, random } = draw;
  const inKind = random() < 1 / 6;
  const fee = inKind
    ? movement(draw, asset, -Math.floor(bought / 1_000), 'fee')
    : feeOf(draw, bought, price);
  const paid = money(-(bought / 1e8) * price);
  return { time, kind: 'buy', movements: [movement(draw, asset, bought), paid, fee] };
}

function sell(draw: Draw, sold: number, price: number): LedgerTransaction {
  const got = money((sold / 1e8) * price);
  const movements = [movement(draw, draw.asset, -sold), got, feeOf(draw, sold, price)];
  return { time: draw.time, kind: 'sell', movements };
}

function swap(draw: Draw, given: number, price: number): LedgerTransaction {
  const { asset, assets, time, random } = draw;
  const other = assets[
    (assets.indexOf(asset) + 1 + Math.floor(random() * (assets.length - 1))) % assets.length
  ] as string;
  const had = Math.floor(
    (given * price) / Number(madePrice(other, Math.floor(time / DAY_MS)).toString()),
  );
  const movements = [
    movement(draw, asset, -given),
    movement(draw, other, had),
    feeOf(draw, given, price),
  ];
  return { time, kind: 'swap', movements };
}

function income(draw: Draw, had: number): LedgerTransaction {
  const movements = [movement(draw, draw.asset, had + 1)];
  return { time: draw.time, kind: 'income', income: 'staking', movements };
}

function transfer(draw: Draw, moved: number): LedgerTransaction {
  const { asset, time } = draw;
  const lost = Math.floor(moved / 1_000);
  const arrived = { ...movement(draw, asset, moved - lost), wallet: 'Ledger' };
  return { time, kind: 'transfer', movements: [movement(draw, asset, -moved), arrived] };
}

/** A thousandth: in dollars, or in the first coin where there is enough of it. */
function feeOf(draw: Draw, quantity: number, price: number): Movement {
  const { units, assets, random, time } = draw;
  const worth = (quantity / 1e8) * price * 0.001;
  const coin = assets[0] as string;
  const fee = Math.floor(
    (worth / Number(madePrice(coin, Math.floor(time / DAY_MS)).toString())) * 1e8,
  );
  const isPaidInCoin = random() < 1 / 5 && fee > 0 && (units.get(coin) ?? 0) > fee * 3 + 1e8;
  return isPaidInCoin ? movement(draw, coin, -fee, 'fee') : money(-Math.max(worth, 0.01), 'fee');
}

function movement(
  { units }: Draw,
  asset: string,
  change: number,
  role: Movement['role'] = 'amount',
): Movement {
  units.set(asset, (units.get(asset) ?? 0) + change);
  return { asset, amount: new Amount(change).div(1e8).toFixed(), role, wallet: 'Binance' };
}

function money(amount: number, role: Movement['role'] = 'amount'): Movement {
  const cents = amount.toFixed(2);
  return { asset: 'USD', amount: Number(cents) === 0 ? '0.01' : cents, role, wallet: 'Binance' };
}

function deposit(): LedgerTransaction {
  const kind: TransactionKind = 'deposit';
  return { time: BEGIN, kind, movements: [{ ...money(50_000_000), amount: '50000000' }] };
}

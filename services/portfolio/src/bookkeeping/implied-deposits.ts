import { writeAmount, ZERO, type Amount } from '@tidemark/ledger/amount';
import type { PlaceBalances } from './balance-marks.ts';
import type { Entry } from './entry.ts';

export interface MoneyRules {
  readonly isMoney: (asset: string) => boolean;
  readonly base: string;
  readonly pools: 'one' | 'per_wallet';
}

/** Balances of money, by asset and place. */
export type MoneyBalances = Map<string, Amount>;

/**
 * The ledger with a deposit wherever money is paid that is not there: it must have come from somewhere, and counts as put in
 * when it was paid. So a list of purchases alone is worth what was purchased, whose cost is what was paid. Takes entries in
 * order of time; what happens at one time counts as one.
 * @param balances before the first entry; they are moved
 */
export function withImpliedDeposits(
  entries: readonly Entry[],
  rules: MoneyRules,
  balances: MoneyBalances = new Map(),
): Entry[] {
  const all: Entry[] = [];
  for (let at = 0; at < entries.length;) {
    let end = at + 1;
    while (entries[end]?.time === entries[at]?.time) end += 1;
    const group = entries.slice(at, end);
    all.push(...depositsFor(group, balances, rules), ...group);
    at = end;
  }
  return all;
}

/** The balances of money among those of places. */
export function moneyAmong(
  balances: PlaceBalances,
  { isMoney, base, pools }: MoneyRules,
): MoneyBalances {
  const money: MoneyBalances = new Map();
  for (const asset of balances.assets) {
    if (!isMoney(asset)) continue;
    for (const { wallet, quantity } of balances.of(asset)) {
      const place = placeOf(asset, wallet, { base, pools });
      money.set(place, (money.get(place) ?? ZERO).plus(quantity));
    }
  }
  return money;
}

/** Where an asset's money counts as one. */
function placeOf(
  asset: string,
  wallet: string,
  { base, pools }: Pick<MoneyRules, 'base' | 'pools'>,
): string {
  return `${asset} ${pools === 'one' || asset === base ? '' : wallet}`;
}

/** Moves the balances by what happens at one time, and says what is lacking then. */
function depositsFor(group: readonly Entry[], balances: MoneyBalances, rules: MoneyRules): Entry[] {
  const payments = new Map<string, Payment>();
  for (const entry of group) {
    for (const payment of move(entry, balances, rules)) {
      if (!payments.has(payment.place)) payments.set(payment.place, payment);
    }
  }
  return [...payments.values()].flatMap(({ place, asset, wallet, payer }): Entry[] => {
    const balance = balances.get(place) ?? ZERO;
    if (!balance.lt(0)) return [];
    balances.set(place, ZERO);
    const amount = writeAmount(balance.neg());
    const movements = [{ asset, amount, role: 'amount' as const, wallet }];
    return [{ id: payer.id, isImplied: true, time: payer.time, kind: 'deposit', movements }];
  });
}

interface Payment {
  readonly place: string;
  readonly asset: string;
  readonly wallet: string;
  readonly payer: Entry;
}

/** Moves the balances by an entry. @returns what it pays */
function move(payer: Entry, balances: MoneyBalances, rules: MoneyRules): Payment[] {
  const payments: Payment[] = [];
  for (const { asset, amount, wallet } of payer.movements) {
    if (!rules.isMoney(asset)) continue;
    const place = placeOf(asset, wallet, rules);
    balances.set(place, (balances.get(place) ?? ZERO).plus(amount));
    if (amount.startsWith('-')) payments.push({ place, asset, wallet, payer });
  }
  return payments;
}

import type { AssetRequest } from '@tidemark/contracts/portfolio-asset';
import type { TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import { assetOf } from '../entries/entry-values.ts';
import { isMoney } from '../entries/money.ts';

/** A request that says which asset, by its name in the ledger. */
export type NamedAssetRequest = Omit<AssetRequest, 'coin_id'> & { asset: string };

/** Where a part of an asset is. */
export interface Part {
  wallet: string;
  /** Decimal, signed. */
  amount: string;
}

/**
 * What a person would write down for an asset that they have. What is paid for is bought, with money that came in for it: who
 * names an asset and its price has not said what else they have, and would otherwise owe the price.
 * @param base the portfolio's currency
 * @param now epoch ms
 */
export function entriesOf(
  request: NamedAssetRequest,
  base: string,
  now: number,
): readonly [came: TransactionRequest, paidWith?: TransactionRequest] {
  const { asset, quantity, purchase_price: price, purchase_date, currency } = request;
  const time = purchase_date ?? new Date(now).toISOString();
  if (price === undefined) {
    const kind = isMoney(assetOf(asset)) ? 'deposit' : 'transfer_in';
    return [{ kind, time, asset, quantity, ...(currency !== undefined && { currency }) }];
  }
  const buy = { kind: 'buy' as const, time, asset, quantity, price, currency: currency ?? base };
  const paid = writeAmount(new Amount(price).times(quantity));
  return [buy, { kind: 'deposit', time, asset: buy.currency, quantity: paid }];
}

/**
 * What makes the parts come to a quantity: nothing in any wallet where it is zero; else what is missing goes to where most
 * is, and what is too much is taken from there first.
 * @param quantity zero or more
 */
export function differences(parts: readonly Part[], quantity: string): Part[] {
  const wanted = new Amount(quantity);
  if (wanted.eq(0))
    return parts.map(({ wallet, amount }) => part(wallet, new Amount(amount).neg()));
  const bySize = parts.toSorted((a, b) => new Amount(b.amount).cmp(a.amount));
  let rest = wanted.minus(parts.reduce((sum, { amount }) => sum.plus(amount), new Amount(0)));
  if (rest.gt(0)) return [part(bySize[0]?.wallet ?? '', rest)];
  const taken: Part[] = [];
  for (const { wallet, amount } of bySize) {
    if (rest.eq(0)) break;
    const most = new Amount(amount).neg();
    const one = most.gt(rest) ? most : rest;
    taken.push(part(wallet, one));
    rest = rest.minus(one);
  }
  return taken;
}

function part(wallet: string, amount: Amount): Part {
  return { wallet, amount: writeAmount(amount) };
}

/** The movement of a part, as a person would write it. @param now epoch ms */
export function entryOf(
  asset: string,
  { wallet, amount }: Part,
  { note, now }: { note: string; now: number },
): TransactionRequest {
  const [size, isIn] = [new Amount(amount).abs(), new Amount(amount).gt(0)];
  const kind = isMoney(asset)
    ? (['withdrawal', 'deposit'] as const)
    : (['transfer_out', 'transfer_in'] as const);
  return {
    kind: kind[isIn ? 1 : 0],
    time: new Date(now).toISOString(),
    ...{ asset, quantity: writeAmount(size), note },
    ...(wallet !== '' && { wallet }),
  };
}

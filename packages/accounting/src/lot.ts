import { ZERO, type Amount } from '@tidemark/ledger/amount';
import { minus, shareOf, type Known } from './known.ts';

/** Where something came from. */
export interface Origin {
  /** When it was acquired, epoch ms; a move between wallets does not change it. */
  readonly time: number;
  /** Index of the transaction that acquired it. */
  readonly transaction: number;
}

/** What was acquired at one time and is not disposed of yet. */
export interface Lot {
  readonly origin: Origin;
  /** Counts lots in the order in which they were acquired. */
  readonly order: number;
  /** Counts parts of lots in the order in which they came to their place: of one lot, the first part goes first. */
  readonly entered: number;
  /** What HIFO and LOFO go by; null where the cost is not known. */
  readonly rank: Known;
  quantity: Amount;
  /** Base currency, with fees. */
  cost: Known;
  /** What part of the cost is fees. */
  fees: Known;
}

/** A part of what was held, with what it had cost. */
export interface Piece {
  readonly quantity: Amount;
  readonly cost: Known;
  readonly fees: Known;
  /** Null where parts of a pool cannot be told apart, or for what was never there. */
  readonly lot: Pick<Lot, 'origin' | 'order' | 'rank'> | null;
}

/** What has a quantity and what it had cost, from which parts are taken. */
interface Stock {
  quantity: Amount;
  cost: Known;
  fees: Known;
}

/**
 * Takes a part of a stock with its share of the cost; what remains keeps the rest, so that nothing is lost by rounding. All of it
 * leaves nothing, but what is not known stays so.
 */
export function takePart(stock: Stock, quantity: Amount, lot: Piece['lot'] = null): Piece {
  const { quantity: whole, cost, fees } = stock;
  if (quantity.eq(whole)) {
    stock.quantity = ZERO;
    if (cost !== null) stock.cost = ZERO;
    if (fees !== null) stock.fees = ZERO;
    return { quantity, cost, fees, lot };
  }
  const [costPart, feesPart] = [shareOf(cost, quantity, whole), shareOf(fees, quantity, whole)];
  stock.quantity = whole.minus(quantity);
  stock.cost = minus(cost, costPart);
  stock.fees = minus(fees, feesPart);
  return { quantity, cost: costPart, fees: feesPart, lot };
}

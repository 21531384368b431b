import type { TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type { Movement, MovementRole } from '@tidemark/ledger/transaction';
import { assetOf } from './entry-values.ts';

/** What an entry without faults does to balances: what it is about, then its fee. */
export function movementsOf(entry: TransactionRequest): Movement[] {
  const { fee, wallet } = entry;
  const paid = fee ? [movement(fee.asset, negated(fee.quantity), wallet, 'fee')] : [];
  return [...mainMovements(entry), ...paid];
}

function mainMovements(entry: TransactionRequest): Movement[] {
  const { kind, asset = '', quantity = '0', wallet, sold, bought } = entry;
  switch (kind) {
    case 'buy':
      return [gained(asset, quantity, wallet), given(entry.currency, moneyOf(entry), wallet)];
    case 'sell':
      return [given(asset, quantity, wallet), gained(entry.currency, moneyOf(entry), wallet)];
    case 'swap':
      return [
        given(sold?.asset, sold?.quantity, wallet),
        gained(bought?.asset, bought?.quantity, wallet),
      ];
    case 'transfer':
      return transferred(entry);
    case 'fee':
      return [movement(asset, negated(quantity), wallet, 'fee')];
    case 'transfer_in':
    case 'deposit':
    case 'income':
    case 'gift_in':
      return [gained(asset, quantity, wallet)];
    case 'transfer_out':
    case 'withdrawal':
    case 'gift_out':
    case 'spend':
    case 'loss':
      return [given(asset, quantity, wallet)];
  }
}

/** What left and did not arrive is the fee. */
function transferred(entry: TransactionRequest): Movement[] {
  const { asset = '', quantity = '0', received = quantity, wallet, to_wallet } = entry;
  const lost = new Amount(quantity).minus(received);
  return [
    given(asset, received, wallet),
    gained(asset, received, to_wallet),
    ...(lost.gt(0) ? [movement(asset, lost.neg(), wallet, 'fee')] : []),
  ];
}

/** Of all of it: what was said, or price times quantity, exactly. */
function moneyOf({ total, price = '0', quantity = '0' }: TransactionRequest): string {
  return total ?? writeAmount(new Amount(price).times(quantity));
}

function gained(asset = '', quantity = '0', wallet?: string): Movement {
  return movement(asset, new Amount(quantity), wallet);
}

function given(asset = '', quantity = '0', wallet?: string): Movement {
  return movement(asset, negated(quantity), wallet);
}

function negated(quantity: string): Amount {
  return new Amount(quantity).neg();
}

function movement(
  asset: string,
  amount: Amount,
  wallet = '',
  role: MovementRole = 'amount',
): Movement {
  return { asset: assetOf(asset), amount: writeAmount(amount), role, wallet: wallet.trim() };
}

/**
 * What happened.
 * - `buy`, `sell`: a coin for money. `swap`: a coin for a coin.
 * - `transfer`: from one place of one's own to another; `transfer_in`, `transfer_out`: the same where the other side is not
 *   known yet. Nothing is gained by it.
 * - `deposit`, `withdrawal`: money put in and taken out.
 * - `fee`: a fee by itself. `income`: staking, interest and the like; see `IncomeKind`.
 * - `gift_in`, `gift_out`; `spend`: paid with; `loss`: stolen, lost.
 */
export type TransactionKind =
  | 'buy'
  | 'sell'
  | 'swap'
  | 'transfer'
  | 'transfer_in'
  | 'transfer_out'
  | 'deposit'
  | 'withdrawal'
  | 'fee'
  | 'income'
  | 'gift_in'
  | 'gift_out'
  | 'spend'
  | 'loss';

export type IncomeKind =
  | 'staking'
  | 'interest'
  | 'airdrop'
  | 'reward'
  | 'mining'
  | 'fork'
  | 'cashback'
  | 'other';

/** What a movement is for: the thing itself, or a fee. */
export type MovementRole = 'amount' | 'fee';

/** One change of one balance. */
export interface Movement {
  /** As the venue names it, in capitals where it has no case of its own: `BTC`, `EUR`. */
  asset: string;
  /** Signed decimal: what the balance of `wallet` changed by. Never zero. */
  amount: string;
  role: MovementRole;
  /** A venue, an account of it, or a wallet; empty where nobody said. */
  wallet: string;
}

/** Where a transaction was read: a line of a file, counted from 1; several where rows were joined. */
export interface TransactionSource {
  file: string;
  lines: readonly number[];
  /** What the venue calls it, where it says. */
  reference?: string;
}

/**
 * A transaction of a ledger. Its movements are all that it did to balances, so that balances are the sums of movements
 * and nothing else; what stands against them (the market, a payer, a fee's taker) follows from kind and role.
 */
export interface LedgerTransaction {
  /** Epoch ms, UTC. */
  time: number;
  kind: TransactionKind;
  /** Of `income` alone. */
  income?: IncomeKind;
  movements: readonly Movement[];
  /** Money per unit of what was had or given, where the source says so; decimal, with its currency. */
  price?: { amount: string; currency: string };
  note?: string;
  source?: TransactionSource;
}

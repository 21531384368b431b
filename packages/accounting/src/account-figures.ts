import type { Income } from './book.ts';
import type { Disposal } from './disposal.ts';
import type { Expense, Flows, Outside } from './flows.ts';
import type { Known } from './known.ts';
import type { Departed, Holding, Shortfall } from './match.ts';
import type { MissingPrice } from './prices.ts';

/** What a ledger came to. All values are in the base currency. */
export interface Account {
  readonly disposals: readonly Disposal[];
  readonly departures: readonly Departed[];
  readonly holdings: readonly Holding[];
  /** Not booked: nothing of it is in any figure. */
  readonly refused: readonly Shortfall[];
  /** Booked all the same, with an average cost for what was not there. */
  readonly extrapolated: readonly Shortfall[];
  /**
   * The sum of all gains but those of other money, which are `currency`. Null where a price is missing that it needs, or where
   * something was refused: part of a ledger has no sum.
   */
  readonly realised: Known;
  /** What changes of rates gained on money other than the base currency. */
  readonly currency: Known;
  readonly incomes: readonly Income[];
  /** `putIn` and `takenOut` of the flows, one by one. */
  readonly outside: readonly Outside[];
  /** `expenses` of the flows, one by one. */
  readonly expenses: readonly Expense[];
  readonly flows: Readonly<Flows>;
  readonly missing: readonly MissingPrice[];
}

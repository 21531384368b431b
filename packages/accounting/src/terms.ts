import type { Convention } from './convention.ts';
import type { Method } from './method.ts';
import type { PriceOf } from './prices.ts';

/** What an account is made by. */
export interface Terms {
  /** The money in which everything is counted, such as `USD`. */
  readonly base: string;
  /** Other money, such as `EUR`: held in lots as anything else, with gains that are kept apart. */
  readonly money?: ReadonlySet<string>;
  readonly method: Method;
  readonly convention: Convention;
  readonly priceOf: PriceOf;
}

export type TickerRule = 'any' | 'upper' | 'topical' | 'marked' | 'signed';

/** A coin or token, and what stands for it in headlines. Everything but the id and the symbols is in lower case. */
export interface Coin {
  /** Slug, such as `bitcoin`. */
  readonly id: string;
  /** The ticker of today, in upper case, such as `BTC`. */
  readonly symbol: string;
  /** Tickers of yesterday. */
  readonly formerly?: readonly string[];
  /**
   * How tickers count; `upper` where nothing is said:
   * - `any`: in any case;
   * - `upper`: in upper case;
   * - `topical`: in upper case where the text is about crypto, or with something beside them that marks a ticker;
   * - `marked`: only with something beside them that marks a ticker, since in upper case they are something else more often;
   * - `signed`: only with `$` or in brackets, in a text about crypto.
   */
  readonly ticker?: TickerRule;
  /** They mean the coin wherever they stand. Companies and products that mean it are among them. */
  readonly names?: readonly string[];
  /** They mean the coin where they begin with a capital. */
  readonly proper?: readonly string[];
  /** Words of the language too: they mean the coin in its company alone. */
  readonly words?: readonly string[];
  /** Words that stand in every other sentence: what is enough for `words` is not for them. */
  readonly commonWords?: readonly string[];
}

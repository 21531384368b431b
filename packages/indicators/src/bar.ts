/** One closed bar, as numbers. Bars come in the order of their time; a bar that does not exist is not made up. */
export interface Bar {
  /** The bar's open, epoch ms. */
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** In coins. */
  readonly volume: number;
}

/** How far a price went since it was last told: the lowest and the highest that it was, USD. */
export class PriceRange {
  #low = Infinity;
  #high = -Infinity;

  add(price: number): void {
    if (price < this.#low) this.#low = price;
    if (price > this.#high) this.#high = price;
  }

  /** With the price that is told now; begins anew. */
  take(price: number): { low: number; high: number } {
    this.add(price);
    const range = { low: this.#low, high: this.#high };
    this.#low = Infinity;
    this.#high = -Infinity;
    return range;
  }
}

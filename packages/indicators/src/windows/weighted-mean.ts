/**
 * A mean of numbers by weights (not negative), taken one at a time: D. H. D. West, "Updating Mean and Variance Estimates: An
 * Improved Method" (1979). Equal numbers have exactly that number as their mean, and one without weight does not count.
 */
export class WeightedMean {
  weight = 0;
  #mean = 0;

  clear(): void {
    this.weight = 0;
    this.#mean = 0;
  }

  add(value: number, weight: number): void {
    if (weight === 0) return;
    this.weight += weight;
    this.#mean += (value - this.#mean) * (weight / this.weight);
  }

  /** Null while nothing has weight. */
  get mean(): number | null {
    return this.weight === 0 ? null : this.#mean;
  }
}

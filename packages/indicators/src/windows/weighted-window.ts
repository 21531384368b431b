import { Block } from './block.ts';
import { WeightedMean } from './weighted-mean.ts';

/** The mean of the last `size` numbers by the weights they came with; O(1) a number on average (see `Block`). */
export class WeightedWindow {
  readonly #block: Block;
  readonly #values: Float64Array;
  readonly #weights: Float64Array;
  /** By index in the block before: the mean from there to its end. */
  readonly #carriedMeans: Float64Array;
  readonly #carriedWeights: Float64Array;
  readonly #present = new WeightedMean();

  constructor(size: number) {
    this.#block = new Block(size);
    this.#values = new Float64Array(size);
    this.#weights = new Float64Array(size);
    this.#carriedMeans = new Float64Array(size);
    this.#carriedWeights = new Float64Array(size);
  }

  push(value: number, weight: number): void {
    if (this.#block.full) this.#carry();
    const at = this.#block.filled++;
    this.#values[at] = value;
    this.#weights[at] = weight;
    if (at === 0) this.#present.clear();
    this.#present.add(value, weight);
  }

  /** Null before `size` numbers have come, and where none of them has weight. */
  get mean(): number | null {
    if (!this.#block.warm) return null;
    const { filled, carried } = this.#block;
    const weight = carried === 0 ? 0 : (this.#carriedWeights[filled] as number);
    if (weight === 0) return this.#present.mean;
    const mean = this.#carriedMeans[filled] as number;
    const present = this.#present.mean;
    if (present === null) return mean;
    return present + (mean - present) * (weight / (weight + this.#present.weight));
  }

  #carry(): void {
    const carried = new WeightedMean();
    for (let at = this.#block.size - 1; at >= 0; at--) {
      carried.add(this.#values[at] as number, this.#weights[at] as number);
      this.#carriedMeans[at] = carried.mean ?? 0;
      this.#carriedWeights[at] = carried.weight;
    }
    this.#block.turn();
  }
}

import { Block } from '@tidemark/indicators/windows/block';

/** Sums over a window, around its means. */
export interface Comoments {
  readonly count: number;
  /** Σ(x − x̄)² */
  readonly squaresX: number;
  /** Σ(y − ȳ)² */
  readonly squaresY: number;
  /** Σ(x − x̄)(y − ȳ) */
  readonly products: number;
}

/** What a stretch of pairs is known by: means relative to the stretch's anchor, and sums around them. */
interface Stretch {
  count: number;
  meanX: number;
  meanY: number;
  squaresX: number;
  squaresY: number;
  products: number;
}

/** Places of a stretch's numbers in the array of what is carried. */
const FIELDS = 5;

/**
 * Squares and products of the last `size` pairs around their means, O(1) a pair on average. Nothing is ever subtracted: two
 * aggregates (see `Block`) are joined by the rule of Chan, Golub and LeVeque (1983). Each is kept relative to an anchor, a
 * pair that is in it, so that a flat side is exactly 0 and small movements on a large price keep their digits.
 */
export class ComomentsWindow {
  readonly #block: Block;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** For each place of the block before: the stretch from there to its end. */
  readonly #carried: Float64Array;
  #carriedAnchor: readonly [number, number] = [0, 0];
  #anchor: readonly [number, number] = [0, 0];
  #stretch = emptyStretch();

  constructor(size: number) {
    this.#block = new Block(size);
    this.#x = new Float64Array(size);
    this.#y = new Float64Array(size);
    this.#carried = new Float64Array(size * FIELDS);
  }

  push(x: number, y: number): void {
    if (this.#block.full) this.#carry();
    const at = this.#block.filled++;
    this.#x[at] = x;
    this.#y[at] = y;
    if (at === 0) {
      this.#anchor = [x, y];
      this.#stretch = emptyStretch();
    }
    add(this.#stretch, x - this.#anchor[0], y - this.#anchor[1]);
  }

  /** Of the last `size` pairs; null before they have come. */
  get comoments(): Comoments | null {
    if (!this.#block.warm) return null;
    const { carried, size } = this.#block;
    if (carried === 0) return { ...this.#stretch };
    const { meanX, meanY, squaresX, squaresY, products } = this.#carriedStretch();
    const near = this.#stretch;
    const apartX = this.#carriedAnchor[0] - this.#anchor[0] + meanX - near.meanX;
    const apartY = this.#carriedAnchor[1] - this.#anchor[1] + meanY - near.meanY;
    const weight = (near.count / size) * carried;
    return {
      count: size,
      squaresX: near.squaresX + squaresX + apartX * apartX * weight,
      squaresY: near.squaresY + squaresY + apartY * apartY * weight,
      products: near.products + products + apartX * apartY * weight,
    };
  }

  #carriedStretch(): Stretch {
    const at = this.#block.filled * FIELDS;
    const [meanX, meanY, squaresX, squaresY, products] = this.#carried.subarray(at, at + FIELDS);
    return { count: this.#block.carried, meanX, meanY, squaresX, squaresY, products } as Stretch;
  }

  #carry(): void {
    const last = this.#block.size - 1;
    const [anchorX, anchorY] = [this.#x[last] as number, this.#y[last] as number];
    const stretch = emptyStretch();
    for (let at = last; at >= 0; at -= 1) {
      add(stretch, (this.#x[at] as number) - anchorX, (this.#y[at] as number) - anchorY);
      const { meanX, meanY, squaresX, squaresY, products } = stretch;
      this.#carried.set([meanX, meanY, squaresX, squaresY, products], at * FIELDS);
    }
    this.#carriedAnchor = [anchorX, anchorY];
    this.#block.turn();
  }
}

function emptyStretch(): Stretch {
  return { count: 0, meanX: 0, meanY: 0, squaresX: 0, squaresY: 0, products: 0 };
}

/** One pair more, after Welford (1962). */
function add(stretch: Stretch, x: number, y: number): void {
  stretch.count += 1;
  const [apartX, apartY] = [x - stretch.meanX, y - stretch.meanY];
  stretch.meanX += apartX / stretch.count;
  stretch.meanY += apartY / stretch.count;
  stretch.squaresX += apartX * (x - stretch.meanX);
  stretch.squaresY += apartY * (y - stretch.meanY);
  stretch.products += apartX * (y - stretch.meanY);
}

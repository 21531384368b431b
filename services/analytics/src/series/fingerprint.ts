import { lackOf, type ClosedBar } from '../market/bar-columns.ts';

const PRIME = 0x01000193;
const FIELDS = ['time', 'open', 'high', 'low', 'close', 'volume'] as const;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/**
 * Two lanes of FNV-1a over the bars of a series, in order: equal bars have the same fingerprint in every process, and one
 * that was mended has another. It tells whether an answer was made of the bars that are known now; it proves nothing
 * against somebody who wants two series to look alike.
 */
export class Fingerprint {
  #a = 0x811c9dc5;
  #b = 0x050c5d1f;

  add(bar: ClosedBar): void {
    for (const field of FIELDS) this.#mix(bar[field]);
    this.#mix(lackOf(bar));
  }

  get text(): string {
    return lane(this.#a) + lane(this.#b);
  }

  #mix(value: number): void {
    double[0] = value;
    this.#a = Math.imul(this.#a ^ (words[0] ?? 0), PRIME);
    this.#a = Math.imul(this.#a ^ (this.#a >>> 15) ^ (words[1] ?? 0), PRIME);
    this.#b = Math.imul(this.#b ^ (words[1] ?? 0), PRIME);
    this.#b = Math.imul(this.#b ^ (this.#b >>> 13) ^ (words[0] ?? 0), PRIME);
  }
}

function lane(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * A sum that keeps what each addition rounds away (Knuth's two-sum), so that millions of additions and subtractions end where
 * exact arithmetic does, to about 30 digits.
 */
export class RunningTotal {
  #total = 0;
  #lost = 0;

  add(value: number): void {
    const total = this.#total + value;
    const added = total - this.#total;
    this.#lost += this.#total - (total - added) + (value - added);
    this.#total = total;
  }

  get value(): number {
    return this.#total + this.#lost;
  }
}

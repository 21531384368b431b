import type { Topics } from './topics.ts';

/** The products that somebody listens to, worked out again when the topics change. */
export class WantedProducts<C extends object> {
  readonly #topics: Topics<C>;
  readonly #productOf: (topic: string) => string | undefined;
  #products = new Set<string>();
  #version = -1;

  /** @param productOf the product that a topic is about, if any */
  constructor(topics: Topics<C>, productOf: (topic: string) => string | undefined) {
    this.#topics = topics;
    this.#productOf = productOf;
  }

  has(product: string): boolean {
    if (this.#version !== this.#topics.version) this.#work();
    return this.#products.has(product);
  }

  #work(): void {
    this.#version = this.#topics.version;
    this.#products = new Set();
    for (const topic of this.#topics.active()) {
      const product = this.#productOf(topic);
      if (product) this.#products.add(product);
    }
  }
}

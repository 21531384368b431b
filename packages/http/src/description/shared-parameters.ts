import type { Parameter } from './route-document.ts';

type Operations = Record<string, Record<string, { parameters?: readonly Parameter[] }>>;

/**
 * Parameters that operations have in common, for `components.parameters`, by their names in one word: `CoinId`, `IfMatch`. Of
 * several with one name the most common has it, and the next a number beside it: `Limit2`.
 */
export class SharedParameters {
  readonly #byName = new Map<string, string>();
  readonly components: Record<string, Parameter> = {};

  constructor(paths: Operations) {
    const counts = new Map<string, { parameter: Parameter; count: number }>();
    for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      for (const parameter of operation.parameters ?? []) {
        const text = JSON.stringify(parameter);
        counts.set(text, { parameter, count: (counts.get(text)?.count ?? 0) + 1 });
      }
    }
    const common = [...counts].filter(([, { count }]) => count > 1);
    for (const [text, { parameter }] of common.sort(([, a], [, b]) => b.count - a.count)) {
      const word = inOneWord(parameter.name);
      const named = Object.values(this.components).filter((one) => one.name === parameter.name);
      const name = named.length > 0 ? `${word}${named.length + 1}` : word;
      this.components[name] = parameter;
      this.#byName.set(text, name);
    }
  }

  /** A reference where the parameter is one of them, else itself. */
  refer(parameter: Parameter): Parameter | { $ref: string } {
    const name = this.#byName.get(JSON.stringify(parameter));
    return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` };
  }
}

function inOneWord(name: string): string {
  const words = name.split(/[_-]/);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

import type { Bar } from '@tidemark/indicators/bar';
import { callOf } from '@tidemark/indicators/indicator-call';
import type { Readings } from '@tidemark/indicators/indicator-kind';
import type { Streaming } from '@tidemark/indicators/streaming';

/** What is computed of every bar that closes, whoever asks: indicators with the periods that people use. */
const STANDARD = [
  ['sma', [20]],
  ['sma', [50]],
  ['sma', [200]],
  ['ema', [20]],
  ['rsi', [14]],
  ['macd', [12, 26, 9]],
  ['bollinger', [20, 2]],
  ['atr', [14]],
  ['adx', [14]],
  ['obv', []],
] as const satisfies readonly (readonly [string, readonly number[]])[];

export type StandardValues = Record<string, number | null>;

interface Member {
  /** Of its outputs, such as `sma(20)` or `macd(12,26,9).signal`. */
  names: readonly string[];
  indicator: Streaming<Bar, Readings>;
}

/** The standard indicators of one series, as streaming states: each bar is added once. */
export class StandardSet {
  readonly #members: readonly Member[] = STANDARD.map(([name, parameters]) =>
    memberOf(name, parameters),
  );
  #values: StandardValues = {};
  #time: number | null = null;

  /** Open of the last bar that was added, epoch ms. */
  get time(): number | null {
    return this.#time;
  }

  /** What they say of the last bar. */
  get values(): StandardValues {
    return this.#values;
  }

  /** Adds a bar, later than all before. */
  add(bar: Bar): void {
    const values: StandardValues = {};
    for (const { names, indicator } of this.#members) {
      const reading = indicator.next(bar);
      for (const [i, name] of names.entries()) values[name] = reading?.[i] ?? null;
    }
    this.#values = values;
    this.#time = bar.time;
  }
}

function memberOf(name: string, given: readonly number[]): Member {
  const { kind, parameters, text } = callOf(name, given);
  const single = kind.outputs.length === 1;
  return {
    names: kind.outputs.map((output) => (single ? text : `${text}.${output}`)),
    indicator: kind.create(parameters),
  };
}

import type { Bar } from '@tidemark/indicators/bar';
import type { IndicatorKind, Readings } from '@tidemark/indicators/indicator-kind';
import type { Streaming } from '@tidemark/indicators/streaming';
import {
  indicatorOf,
  type Arithmetic,
  type Comparison,
  type Condition,
  type IndicatorNode,
  type Quantity,
} from './rule.ts';
import { printRule } from './print-rule.ts';

/**
 * A rule at work: for each bar whether it holds, or null while that is not known. A number is not known while what it
 * is made of is not warm, and where it is not finite (a division by 0); what follows from numbers that are not known is
 * worked out by Kleene's logic, `both` and `either`. A bar that does not exist (null) is answered with null and changes nothing, so
 * `[n]` and crossings count bars that exist. Equal parts of a rule are worked out once.
 *
 * @throws {RangeError} when the tree names an indicator or an output that `kinds` does not have
 */
export function createRule(
  rule: Condition,
  kinds: readonly IndicatorKind[],
): Streaming<Bar, boolean> {
  const works = new Works(kinds);
  const answer = works.condition(rule);
  return {
    next(bar) {
      if (bar === null) return null;
      works.step(bar);
      return answer.now;
    },
  };
}

/** A part of a rule, and what it is at the bar that was last taken. */
interface Part<T> {
  now: Known<T>;
}

/** Every part of a rule once, each after those that it is made of. */
class Works {
  readonly #kinds: readonly IndicatorKind[];
  readonly #steps: ((bar: Bar) => void)[] = [];
  readonly #quantities = new Map<string, Part<number>>();
  readonly #conditions = new Map<string, Part<boolean>>();
  readonly #indicators = new Map<string, Part<Readings>>();

  constructor(kinds: readonly IndicatorKind[]) {
    this.#kinds = kinds;
  }

  step(bar: Bar): void {
    for (const step of this.#steps) step(bar);
  }

  condition(node: Condition): Part<boolean> {
    return this.#once(this.#conditions, printRule(node), () => this.#conditionStep(node));
  }

  #quantity(node: Quantity): Part<number> {
    return this.#once(this.#quantities, printRule(node), () => {
      const step = this.#quantityStep(node);
      return (bar) => finite(step(bar));
    });
  }

  #once<T>(parts: Map<string, Part<T>>, key: string, make: () => (bar: Bar) => Known<T>): Part<T> {
    const known = parts.get(key);
    if (known !== undefined) return known;
    const step = make();
    const part: Part<T> = { now: null };
    this.#steps.push((bar) => (part.now = step(bar)));
    parts.set(key, part);
    return part;
  }

  #conditionStep(node: Condition): (bar: Bar) => Known<boolean> {
    if (node.kind === 'not') {
      const of = this.condition(node.of);
      return () => opposite(of.now);
    }
    if (node.kind === 'cross' || node.kind === 'compare') {
      const [left, right] = [this.#quantity(node.left), this.#quantity(node.right)];
      if (node.kind === 'cross') return crossing(left, right, node.direction);
      const holds = COMPARE[node.sign];
      return () => compared(left.now, right.now, holds);
    }
    const join = node.kind === 'and' ? both : either;
    const [left, right] = [this.condition(node.left), this.condition(node.right)];
    return () => join(left.now, right.now);
  }

  #quantityStep(node: Quantity): (bar: Bar) => Known<number> {
    switch (node.kind) {
      case 'number':
        return () => node.value;
      case 'series':
        return (bar) => bar[node.name];
      case 'indicator':
        return this.#output(node);
      case 'past':
        return delayed(this.#quantity(node.of), node.bars);
      case 'negate': {
        const of = this.#quantity(node.of);
        return () => (of.now === null ? null : -of.now);
      }
      case 'arithmetic': {
        const [left, right] = [this.#quantity(node.left), this.#quantity(node.right)];
        const compute = COMPUTE[node.sign];
        return () =>
          left.now === null || right.now === null ? null : compute(left.now, right.now);
      }
    }
  }

  /** One state for an indicator, however many of its outputs are asked for. */
  #output(node: IndicatorNode): () => Known<number> {
    const { kind, place } = indicatorOf(node, this.#kinds);
    const readings = this.#once(this.#indicators, `${node.name}(${node.parameters.join()})`, () => {
      const state = kind.create(node.parameters);
      return (bar) => state.next(bar);
    });
    return () => readings.now?.[place] ?? null;
  }
}

const COMPARE: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

const COMPUTE: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

function compared(
  left: Known<number>,
  right: Known<number>,
  holds: (left: number, right: number) => boolean,
): Known<boolean> {
  return left === null || right === null ? null : holds(left, right);
}

/** Above: `left > right` now, and `left <= right` a bar ago; below: the other way round. */
function crossing(
  left: Part<number>,
  right: Part<number>,
  direction: 'above' | 'below',
): () => Known<boolean> {
  const isOver = direction === 'above' ? COMPARE['>'] : COMPARE['<'];
  let wasNotOver: Known<boolean> = null;
  return () => {
    const over = compared(left.now, right.now, isOver);
    const crosses = both(over, wasNotOver);
    wasNotOver = opposite(over);
    return crosses;
  };
}

/** What a part was some bars ago. */
function delayed(of: Part<number>, bars: number): () => Known<number> {
  const kept = new Array<Known<number>>(bars).fill(null);
  let oldest = 0;
  return () => {
    const then = kept[oldest] ?? null;
    kept[oldest] = of.now;
    oldest = (oldest + 1) % bars;
    return then;
  };
}

function finite(value: Known<number>): Known<number> {
  return value !== null && Number.isFinite(value) ? value : null;
}

/** A value, or null while it is not known. */
type Known<T> = T | null;

/** Kleene's strong logic: what holds whatever the unknown turns out to be is known. `false and null` is false. */
function both(left: Known<boolean>, right: Known<boolean>): Known<boolean> {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

/** `true or null` is true, `false or null` is null. */
function either(left: Known<boolean>, right: Known<boolean>): Known<boolean> {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}

/** `not null` is null. */
function opposite(value: Known<boolean>): Known<boolean> {
  return value === null ? null : !value;
}

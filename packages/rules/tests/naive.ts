import type { Bar } from '@tidemark/indicators/bar';
import { overSeries } from '@tidemark/indicators/streaming';
import type { Condition, Quantity } from '../src/rule.ts';
import { KINDS } from './kinds.ts';

type Column<T> = (T | null)[];

/** A rule over bars that all exist, column by column and without shared state: what `createRule` must agree with. */
export function naively(node: Condition, bars: readonly Bar[]): Column<boolean> {
  if (node.kind === 'not') return naively(node.of, bars).map((it) => (it === null ? null : !it));
  if (node.kind === 'compare' || node.kind === 'cross') {
    const [left, right] = [numbers(node.left, bars), numbers(node.right, bars)];
    const [sign, opposite] = node.kind === 'compare' ? [node.sign, null] : CROSS[node.direction];
    const now = left.map((one, i) => compare(sign, one, right[i] ?? null));
    if (opposite === null) return now;
    const before = left.map((one, i) => compare(opposite, one, right[i] ?? null));
    return now.map((over, i) => joined(false, over, before[i - 1] ?? null));
  }
  const [left, right] = [naively(node.left, bars), naively(node.right, bars)];
  return left.map((one, i) => joined(node.kind === 'or', one, right[i] ?? null));
}

const CROSS = { above: ['>', '<='], below: ['<', '>='] } as const;

function joined(decisive: boolean, one: boolean | null, other: boolean | null): boolean | null {
  if (one === decisive || other === decisive) return decisive;
  return one === null || other === null ? null : !decisive;
}

function compare(sign: string, left: number | null, right: number | null): boolean | null {
  if (left === null || right === null) return null;
  if (sign === '=') return left === right;
  if (sign === '!=') return left !== right;
  if (sign === '<' || sign === '<=') return left < right || (sign === '<=' && left === right);
  return left > right || (sign === '>=' && left === right);
}

function numbers(node: Quantity, bars: readonly Bar[]): Column<number> {
  const column = raw(node, bars);
  return column.map((value) => (value !== null && Number.isFinite(value) ? value : null));
}

function raw(node: Quantity, bars: readonly Bar[]): Column<number> {
  switch (node.kind) {
    case 'number':
      return bars.map(() => node.value);
    case 'series':
      return bars.map((bar) => bar[node.name]);
    case 'indicator': {
      const kind = KINDS.find((one) => one.name === node.name)!;
      const place = kind.outputs.indexOf(node.output);
      return overSeries(kind.create(node.parameters), bars).map((it) => it?.[place] ?? null);
    }
    case 'past': {
      const of = numbers(node.of, bars);
      return bars.map((_, i) => of[i - node.bars] ?? null);
    }
    case 'negate':
      return numbers(node.of, bars).map((value) => (value === null ? null : -value));
    case 'arithmetic': {
      const [left, right] = [numbers(node.left, bars), numbers(node.right, bars)];
      return left.map((one, i) => {
        const other = right[i] ?? null;
        if (one === null || other === null) return null;
        return { '+': one + other, '-': one - other, '*': one * other, '/': one / other }[
          node.sign
        ];
      });
    }
  }
}

import fc from 'fast-check';
import {
  ARITHMETIC,
  COMPARISONS,
  SERIES,
  type Condition,
  type IndicatorNode,
  type Quantity,
  type RuleNode,
  type SeriesNode,
} from '../src/rule.ts';
import { KINDS } from './kinds.ts';

const span = { start: 0, end: 0 };

/** Two to three levels: deeper trees would be longer than a rule may be. */
const SIZE = { depthSize: 'small', withCrossShrink: true } as const;

const number = fc
  .oneof(fc.nat(100), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }))
  .map((value): Quantity => ({ kind: 'number', value: Math.abs(value), span }));
const series = fc
  .constantFrom(...SERIES)
  .map((name): SeriesNode => ({ kind: 'series', name, span }));
const indicator = fc.constantFrom(...KINDS).chain(({ name, parameters, outputs }) =>
  fc
    .tuple(fc.constantFrom(...outputs), ...parameters.map(() => fc.integer({ min: 1, max: 500 })))
    .map(([output, ...values]): IndicatorNode => ({
      kind: 'indicator',
      name,
      parameters: values,
      output,
      span,
    })),
);
const past = fc
  .record({ of: fc.oneof(series, indicator), bars: fc.integer({ min: 1, max: 500 }) })
  .map(({ of, bars }): Quantity => ({ kind: 'past', of, bars, span }));

const trees = fc.letrec<{ quantity: Quantity; condition: Condition }>((tie) => ({
  quantity: fc.oneof(
    SIZE,
    series,
    number,
    indicator,
    past,
    tie('quantity').map((of): Quantity => ({ kind: 'negate', of, span })),
    fc
      .tuple(fc.constantFrom(...ARITHMETIC), tie('quantity'), tie('quantity'))
      .map(([sign, left, right]): Quantity => ({ kind: 'arithmetic', sign, left, right, span })),
  ),
  condition: fc.oneof(
    SIZE,
    fc
      .tuple(fc.constantFrom(...COMPARISONS), tie('quantity'), tie('quantity'))
      .map(([sign, left, right]): Condition => ({ kind: 'compare', sign, left, right, span })),
    fc
      .tuple(fc.constantFrom('above' as const, 'below' as const), tie('quantity'), tie('quantity'))
      .map(([direction, left, right]): Condition => ({
        kind: 'cross',
        direction,
        left,
        right,
        span,
      })),
    tie('condition').map((of): Condition => ({ kind: 'not', of, span })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('condition'), tie('condition'))
      .map(([kind, left, right]): Condition => ({ kind, left, right, span })),
  ),
}));

/** Any rule over `KINDS`, as a tree; all places in it are 0. */
export const condition: fc.Arbitrary<Condition> = trees.condition;

/** A copy of a tree that says nothing of places. */
export function withoutSpans(tree: RuleNode): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : value)),
  );
}

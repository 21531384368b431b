import type { IndicatorKind } from '@tidemark/indicators/indicator-kind';

/** A rule as a tree. Plain data: it may be kept as JSON, though its canonical text is shorter. */

/** Where something stands in the text: from `start` up to, not with, `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const SERIES = ['open', 'high', 'low', 'close', 'volume'] as const;
export type SeriesName = (typeof SERIES)[number];

export const COMPARISONS = ['<', '<=', '>', '>=', '=', '!='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const ARITHMETIC = ['+', '-', '*', '/'] as const;
export type Arithmetic = (typeof ARITHMETIC)[number];

export interface NumberNode {
  readonly kind: 'number';
  /** Finite, not negative: `-5` is a sign before a number. */
  readonly value: number;
  readonly span: Span;
}

export interface SeriesNode {
  readonly kind: 'series';
  readonly name: SeriesName;
  readonly span: Span;
}

export interface IndicatorNode {
  readonly kind: 'indicator';
  readonly name: string;
  /** All of them, defaults included, in the order of the kind's parameters. */
  readonly parameters: readonly number[];
  readonly output: string;
  readonly span: Span;
}

/** What a series or an indicator was some bars ago. */
export interface PastNode {
  readonly kind: 'past';
  readonly of: SeriesNode | IndicatorNode;
  /** 1 or more. */
  readonly bars: number;
  readonly span: Span;
}

export interface NegateNode {
  readonly kind: 'negate';
  readonly of: Quantity;
  readonly span: Span;
}

export interface ArithmeticNode {
  readonly kind: 'arithmetic';
  readonly sign: Arithmetic;
  readonly left: Quantity;
  readonly right: Quantity;
  readonly span: Span;
}

/** What is a number on each bar. */
export type Quantity =
  | NumberNode
  | SeriesNode
  | IndicatorNode
  | PastNode
  | NegateNode
  | ArithmeticNode;

export interface CompareNode {
  readonly kind: 'compare';
  readonly sign: Comparison;
  readonly left: Quantity;
  readonly right: Quantity;
  readonly span: Span;
}

export interface CrossNode {
  readonly kind: 'cross';
  readonly direction: 'above' | 'below';
  readonly left: Quantity;
  readonly right: Quantity;
  readonly span: Span;
}

export interface NotNode {
  readonly kind: 'not';
  readonly of: Condition;
  readonly span: Span;
}

export interface LogicNode {
  readonly kind: 'and' | 'or';
  readonly left: Condition;
  readonly right: Condition;
  readonly span: Span;
}

/** What holds or does not on each bar. A rule is one. */
export type Condition = CompareNode | CrossNode | NotNode | LogicNode;

export type RuleNode = Quantity | Condition;

/** True for what holds or does not, false for what is a number. */
export function isCondition(node: RuleNode): node is Condition {
  return ['compare', 'cross', 'not', 'and', 'or'].includes(node.kind);
}

/** The nodes right below a node, in the order of the text. */
export function partsOf(node: RuleNode): readonly RuleNode[] {
  if ('left' in node) return [node.left, node.right];
  return 'of' in node ? [node.of] : [];
}

/** Every indicator that a rule speaks of, once for each mention, in the order of the text. */
export function indicatorsIn(node: RuleNode): IndicatorNode[] {
  return node.kind === 'indicator' ? [node] : partsOf(node).flatMap(indicatorsIn);
}

/** Bounds of a rule: whoever writes one may be a stranger, and it is then worked out on every bar. */
export const RULE_LIMITS = {
  /** Of the text as it came, and of its canonical text, which spells out default parameters. */
  characters: 500,
  /** Parentheses, `not` and signs inside one another. */
  depth: 20,
  /** Different ones; `rsi(14)` twice is one. */
  indicators: 20,
  /** The most that `close[n]` looks back. */
  barsAgo: 500,
} as const;

/**
 * The kind that a node names, and the place of its output among the readings.
 * @throws {RangeError} when there is no such kind or output: the tree was read with other kinds
 */
export function indicatorOf(
  node: IndicatorNode,
  kinds: readonly IndicatorKind[],
): { kind: IndicatorKind; place: number } {
  const kind = kinds.find((one) => one.name === node.name);
  if (kind === undefined) throw new RangeError(`no indicator is called ${node.name}`);
  const place = kind.outputs.indexOf(node.output);
  if (place < 0) throw new RangeError(`${node.name} says nothing that is called ${node.output}`);
  return { kind, place };
}

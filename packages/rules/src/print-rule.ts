import { isUsual } from './parse-name.ts';
import type { IndicatorNode, RuleNode } from './rule.ts';

/** How tightly a node holds its parts: what is looser inside something tighter needs parentheses. */
const TIGHTNESS = {
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  cross: 4,
  sum: 5,
  product: 6,
  negate: 7,
  term: 8,
} as const;

/**
 * The canonical text of a rule: lower case, parameters spelt out, no parenthesis that is not needed. Reading it again
 * gives the same tree; rules of equal text ask the same.
 */
export function printRule(node: RuleNode): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'series':
      return node.name;
    case 'indicator':
      return indicatorText(node);
    case 'past':
      return `${printRule(node.of)}[${node.bars}]`;
    case 'negate':
      return `-${within(node.of, TIGHTNESS.negate)}`;
    case 'not':
      return `not ${within(node.of, TIGHTNESS.not)}`;
    default:
      return pairText(node);
  }
}

function pairText(node: Extract<RuleNode, { left: unknown }>): string {
  const tightness = tightnessOf(node);
  // A comparison is of two sums and never of another comparison; the others are read from the left.
  const chains = tightness !== TIGHTNESS.compare;
  const left = within(node.left, chains ? tightness : tightness + 1);
  return `${left} ${wordFor(node)} ${within(node.right, tightness + 1)}`;
}

function wordFor(node: Extract<RuleNode, { left: unknown }>): string {
  if (node.kind === 'cross') return `crosses ${node.direction}`;
  return 'sign' in node ? node.sign : node.kind;
}

function within(node: RuleNode, tightness: number): string {
  const text = printRule(node);
  return tightnessOf(node) < tightness ? `(${text})` : text;
}

function tightnessOf(node: RuleNode): number {
  if (node.kind === 'arithmetic') {
    return node.sign === '+' || node.sign === '-' ? TIGHTNESS.sum : TIGHTNESS.product;
  }
  return node.kind in TIGHTNESS ? TIGHTNESS[node.kind as keyof typeof TIGHTNESS] : TIGHTNESS.term;
}

function indicatorText({ name, parameters, output }: IndicatorNode): string {
  const values = parameters.length > 0 ? `(${parameters.join()})` : '';
  return `${name}${values}${isUsual(name, output) ? '' : `.${output}`}`;
}

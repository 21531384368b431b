import type { IndicatorKind } from '@tidemark/indicators/indicator-kind';
import { indicatorOf, partsOf, type RuleNode } from './rule.ts';

/**
 * Bars that exist which a rule takes until everything in it is known: with the last of them it answers, where no
 * division by 0 keeps it from that. It may be known earlier: `false and …` is.
 *
 * @throws {RangeError} when the tree names an indicator that `kinds` does not have
 */
export function warmUp(node: RuleNode, kinds: readonly IndicatorKind[]): number {
  if (node.kind === 'indicator') {
    return Math.max(1, indicatorOf(node, kinds).kind.warmUp(node.parameters));
  }
  const parts = Math.max(1, ...partsOf(node).map((part) => warmUp(part, kinds)));
  if (node.kind === 'past') return parts + node.bars;
  return node.kind === 'cross' ? parts + 1 : parts;
}

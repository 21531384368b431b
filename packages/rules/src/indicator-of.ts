import type { IndicatorKind } from '@tidemark/indicators/indicator-kind';
import type { IndicatorNode } from './rule.ts';

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

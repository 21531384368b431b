import type { RootOperationNode } from 'kysely';

/** What changes something, waits for a lock or calls what we do not know; there may be a write in it. */
const UNSAFE = /^(Insert|Update|Delete|Merge)QueryNode$|^FunctionNode$/;

/**
 * Whether a statement surely reads alone, so that it may be sent again when its answer was lost: a select without
 * locks, without writes in its `with`, and without SQL text or functions that could do anything.
 */
export function isSafeToRepeat(statement: RootOperationNode): boolean {
  return statement.kind === 'SelectQueryNode' && isHarmless(statement);
}

function isHarmless(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(isHarmless);
  if (typeof node !== 'object' || node === null) return true;
  const { kind } = node as { kind?: unknown };
  if (kind === 'ValueNode' || kind === 'PrimitiveValueListNode') return true;
  if (kind === 'RawNode') return isDirection(node);
  if (kind === 'SelectModifierNode') return (node as { modifier?: string }).modifier === 'Distinct';
  if (typeof kind === 'string' && UNSAFE.test(kind)) return false;
  return Object.values(node).every(isHarmless);
}

/** Kysely writes the direction of an `order by` as SQL text. */
function isDirection(node: object): boolean {
  const { sqlFragments } = node as { sqlFragments?: readonly string[] };
  return sqlFragments?.length === 1 && /^(asc|desc)$/.test(sqlFragments[0] ?? '');
}

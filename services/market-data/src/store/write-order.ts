/**
 * The items in the order of their keys. Rows are written in one order everywhere: of two transactions that write the
 * same rows one waits for the other, and neither waits for both.
 */
export function inOrder<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ key: keyOf(item), item }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ item }) => item);
}

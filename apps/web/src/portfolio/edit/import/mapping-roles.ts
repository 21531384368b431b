import type { StagedFile } from '@tidemark/contracts/portfolio-import';

export type Mapping = NonNullable<StagedFile['mapping']>;

/** What each row of a file says: both sides, a trade with a pair and a price, or one movement. */
export type RowShape = 'sides' | 'trade' | 'movement';

export interface Role {
  /** As the mapping calls it. */
  name: string;
  label: string;
}

export const SHAPES: readonly { value: RowShape; label: string }[] = [
  { value: 'sides', label: 'What came, what went' },
  { value: 'trade', label: 'Pair and price' },
  { value: 'movement', label: 'One movement' },
];

const SHAPE_ROLES: Readonly<Record<RowShape, readonly Role[]>> = {
  sides: [
    { name: 'inAmount', label: 'Amount that came' },
    { name: 'inAsset', label: 'Asset that came' },
    { name: 'outAmount', label: 'Amount that went' },
    { name: 'outAsset', label: 'Asset that went' },
  ],
  trade: [
    { name: 'pair', label: 'Pair, such as BTC-EUR' },
    { name: 'base', label: 'Coin, where there is no pair' },
    { name: 'quote', label: 'Money, where there is no pair' },
    { name: 'side', label: 'Buy or sell' },
    { name: 'quantity', label: 'Quantity' },
    { name: 'price', label: 'Price for one' },
    { name: 'total', label: 'Money in all, without fee' },
  ],
  movement: [
    { name: 'asset', label: 'Asset' },
    { name: 'amount', label: 'Amount, below zero where it goes' },
  ],
};
const ALWAYS: readonly Role[] = [
  { name: 'time', label: 'Time (needed)' },
  { name: 'clock', label: 'Time of day, where apart' },
  { name: 'zone', label: 'Time zone' },
  { name: 'type', label: 'Kind of transaction' },
  { name: 'status', label: 'Status' },
];
const BESIDE: readonly Role[] = [
  { name: 'fee', label: 'Fee' },
  { name: 'feeAsset', label: 'Asset of the fee' },
  { name: 'wallet', label: 'Wallet' },
  { name: 'reference', label: 'Reference' },
  { name: 'note', label: 'Note' },
];

/** What columns can be, for rows of a shape. */
export function rolesOf(shape: RowShape): readonly Role[] {
  return [...ALWAYS, ...SHAPE_ROLES[shape], ...BESIDE];
}

/** What rows of a mapping say, by the columns that it names. */
export function shapeOf(mapping: Mapping | null): RowShape {
  const has = (shape: RowShape) =>
    SHAPE_ROLES[shape].some(({ name }) => mapping !== null && name in mapping);
  if (has('sides')) return 'sides';
  if (has('trade')) return 'trade';
  return has('movement') ? 'movement' : 'sides';
}

/** A mapping without what rows of the shape do not have, and without what is empty. */
export function fitted(mapping: Mapping, shape: RowShape): Mapping {
  const names = new Set([...rolesOf(shape).map(({ name }) => name), 'dateOrder']);
  return Object.fromEntries(
    Object.entries(mapping).filter(([name, column]) => names.has(name) && column !== ''),
  );
}

import type { DateOrder } from '../cells/date.ts';

/**
 * Which column of a file is what: plain JSON, so that it can be kept and used again. A value is a title as `plainTitle` makes it,
 * several parted by `|` where the first that is there counts; of two equal titles the second is `cur#2`.
 *
 * A row is read by what there is: `in…` and `out…` are both sides of a trade and one side of a transfer; `pair` (or `base` and
 * `quote`) with `type` or `side` is a trade; `asset` and `amount` are one movement.
 */
export interface Mapping {
  readonly time: string;
  /** The time of day, where it stands apart from the date. */
  readonly clock?: string;
  readonly dateOrder?: DateOrder;
  /** A column that names the zone of the row. */
  readonly zone?: string;
  readonly type?: string;
  readonly side?: string;
  readonly status?: string;
  readonly inAmount?: string;
  readonly inAsset?: string;
  readonly outAmount?: string;
  readonly outAsset?: string;
  readonly pair?: string;
  readonly base?: string;
  readonly quote?: string;
  readonly quantity?: string;
  readonly price?: string;
  /** Without the fee. */
  readonly total?: string;
  readonly asset?: string;
  readonly amount?: string;
  readonly fee?: string;
  readonly feeAsset?: string;
  readonly wallet?: string;
  readonly reference?: string;
  readonly note?: string;
}

const KEYS: ReadonlySet<string> = new Set<keyof Mapping>([
  'time',
  'clock',
  'dateOrder',
  'zone',
  'type',
  'side',
  'status',
  'inAmount',
  'inAsset',
  'outAmount',
  'outAsset',
  'pair',
  'base',
  'quote',
  'quantity',
  'price',
  'total',
  'asset',
  'amount',
  'fee',
  'feeAsset',
  'wallet',
  'reference',
  'note',
]);

/** A mapping that somebody kept; null where the JSON is none. */
export function readMapping(json: unknown): Mapping | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const entries = Object.entries(json);
  const fits = entries.every(
    ([key, value]) => KEYS.has(key) && typeof value === 'string' && value.length <= 200,
  );
  const order = (json as Mapping).dateOrder;
  const ordered = order === undefined || ['DMY', 'MDY', 'YMD'].includes(order);
  return fits && ordered && 'time' in json ? (json as Mapping) : null;
}

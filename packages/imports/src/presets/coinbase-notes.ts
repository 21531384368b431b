import type { Amount } from '@tidemark/ledger/amount';
import { currencyOf } from '../cells/asset.ts';
import { readNumber, type CommaMeaning } from '../cells/number.ts';

export interface Part {
  asset: string;
  amount: Amount;
}

const NUMBER = String.raw`\S{0,3}\s?\d[\d.,\u00a0\u202f']*`;
const CONVERTED = new RegExp(
  String.raw`^Converted\s+(${NUMBER}\s+\S+)\s+to\s+(${NUMBER}\s+\S+)`,
  'iu',
);
const ON_PAIR = new RegExp(
  String.raw`\bfor\s+(${NUMBER})\s+(\S+)\s+on\s+([A-Z0-9]+)-([A-Z0-9]+)`,
  'iu',
);

function readPart(text: string, comma: CommaMeaning): Part | null {
  const read = readNumber(text, comma);
  if (read === null || read.unit === '') return null;
  return { asset: currencyOf(read.unit), amount: read.amount };
}

/**
 * `Converted 0.005 BTC to 50 SOL`: what was given and what was had. Notes follow the account's language in files whose columns use
 * points, so a comma is what it is in this note: the quantity, told in both, says which.
 */
export function readConversion(note: string, quantity: Amount): { from: Part; to: Part } | null {
  const match = CONVERTED.exec(note);
  if (match === null) return null;
  for (const comma of ['grouping', 'decimal'] as const) {
    const from = readPart(match[1] ?? '', comma);
    const to = readPart(match[2] ?? '', comma);
    if (from !== null && to !== null && from.amount.eq(quantity.abs())) return { from, to };
  }
  return null;
}

/** `Bought 0.01 BTC for 446.75 USDC on BTC-USDC`: what was paid, where the columns say dollars of a dollar coin. */
export function readPaid(note: string): Part | null {
  const match = ON_PAIR.exec(note);
  if (match === null) return null;
  const amount = readNumber(match[1] ?? '', null)?.amount;
  return amount === undefined ? null : { asset: (match[4] ?? '').toUpperCase(), amount };
}

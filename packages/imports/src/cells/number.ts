import { Amount, readAmount } from '@tidemark/ledger/amount';

/** What the other cells of a column or file say about a mark that one cell leaves open. */
export type CommaMeaning = 'decimal' | 'grouping' | null;

export interface NumberCell {
  amount: Amount;
  /** What stood beside the number: `BTC`, `EUR`, `€`; empty where nothing did. */
  unit: string;
}

const MAX_LENGTH = 120;
const BLANKS = /[\s\u00a0\u2007\u202f]+/gu;
const BEFORE = String.raw`\p{L}{0,5}\p{Sc}|\p{L}{1,5}`;
const AFTER = String.raw`[\p{L}\p{Sc}][\p{L}\p{N}\p{Sc}.*]*`;
/** A sign, a unit, a number with its marks, an exponent, a unit. */
const SHAPE = new RegExp(
  String.raw`^([-+]?)(${BEFORE})?([-+]?)(\d[\d.,' ]*|[.,]\d+)(?:[eE]([-+]?\d{1,3}))?(?![\d.,])(${AFTER})?$`,
  'u',
);
/** As most cells are, which need no more looking at. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const COMMA_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const DOT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+,\d*$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const OPEN = /^[1-9]\d{0,2},\d{3}$/;
const MAX_EXPONENT = 40;

/** What a cell says for sure about its comma; null where it has none or could be read in two ways (`1,674`). */
export function commaMeaning(text: string): CommaMeaning {
  const digits = /\d[\d.,]*/.exec(text)?.[0] ?? '';
  if (!digits.includes(',') || OPEN.test(digits)) return null;
  if (COMMA_GROUPS.test(digits)) return 'grouping';
  return DOT_GROUPS.test(digits) || /^\d+,\d+$/.test(digits) ? 'decimal' : null;
}

/** Digits with a point at most; null where the marks are no number's or the comma may be either. */
function plainDigits(digits: string, comma: CommaMeaning): string | null {
  const joined = /^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d*)?$/.test(digits)
    ? digits.replace(/[ ']/g, '')
    : digits;
  if (/[ ']/.test(joined)) return null;
  if (!joined.includes(',')) {
    if (/^\d*\.?\d*$/.test(joined)) return joined;
    return DOT_GROUPS.test(joined) ? joined.replaceAll('.', '') : null;
  }
  if (OPEN.test(joined)) {
    if (comma === null) return null;
    return comma === 'decimal' ? joined.replace(',', '.') : joined.replace(',', '');
  }
  if (COMMA_GROUPS.test(joined)) return joined.replaceAll(',', '');
  if (DOT_GROUPS.test(joined)) return joined.replaceAll('.', '').replace(',', '.');
  return /^\d*,\d+$/.test(joined) ? joined.replace(',', '.') : null;
}

/**
 * A number with what stands beside it: `7,550.71`, `0,00014346`, `9 212.82`, `($519.83)`, `-€15.75`, `500DOGE`, `35.52 CZK`,
 * `3.8E-7`. `comma`: what the column says of a comma that could be either; without that such a cell is null, and so is what
 * a spreadsheet ruined (`1,55444E+13`), since its digits are gone.
 */
export function readNumber(cell: string, comma: CommaMeaning): NumberCell | null {
  if (cell.length > MAX_LENGTH) return null;
  if (PLAIN.test(cell)) {
    const amount = readAmount(cell);
    return amount === null ? null : { amount, unit: '' };
  }
  let text = cell.replace(BLANKS, ' ').replaceAll('\u2212', '-').trim();
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) text = bracketed.trim();
  // Blanks group digits or part the unit from the number; only the former matter below.
  text = text.replace(/(?<!\d) | (?!\d)/g, '');
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [, sign, before = '', inner, digits = '', exponent, after = ''] = match;
  const trimmed = digits.trimEnd();
  if (exponent !== undefined && trimmed.includes(',')) return null;
  const plain = plainDigits(trimmed, comma);
  const mantissa = plain === null ? null : readAmount(plain);
  if (mantissa === null || (before !== '' && after !== '') || (sign !== '' && inner !== ''))
    return null;
  if (/^x[\da-f]+$/i.test(after) && mantissa.eq(0)) return null;
  const amount = exponent === undefined ? mantissa : shifted(mantissa, Number(exponent));
  if (amount === null) return null;
  const minuses = [sign, inner, bracketed === undefined ? '' : '-'].filter((each) => each === '-');
  return { amount: minuses.length % 2 === 1 ? amount.neg() : amount, unit: before + after };
}

/** Exact: the digits with the point elsewhere. */
function shifted(amount: Amount, exponent: number): Amount | null {
  if (Math.abs(exponent) > MAX_EXPONENT) return null;
  return amount.times(new Amount(`1e${exponent}`));
}

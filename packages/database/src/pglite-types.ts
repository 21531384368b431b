import { types } from '@electric-sql/pglite';

/**
 * How PostgreSQL's values come out, the same for every adapter:
 * int8 is a number where that is exact, else a bigint; numeric is a string, exact; date is a string, `2026-11-20`;
 * timestamptz is a Date, and so is timestamp, which is taken to be in UTC; json and jsonb are parsed.
 */
export const PGLITE_PARSERS = {
  [types.INT8]: (text: string): number | bigint => {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  },
  [types.NUMERIC]: (text: string): string => text,
  [types.DATE]: (text: string): string => text,
  [types.TIMESTAMP]: (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`),
};

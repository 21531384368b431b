import { types, type CustomTypesConfig } from 'pg';

type Parser = (text: string) => unknown;

const OID = {
  INT8: 20,
  POINT: 600,
  CIRCLE: 718,
  INT8_ARRAY: 1016,
  DATE: 1082,
  TIMESTAMP: 1114,
  DATE_ARRAY: 1182,
  INTERVAL: 1186,
  INTERVAL_ARRAY: 1187,
  NUMERIC: 1700,
  NUMERIC_ARRAY: 1231,
  TEXT_ARRAY: 1009,
} as const;

const defaultParser = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser;
const asText: Parser = (text) => text;
const asTexts = defaultParser(OID.TEXT_ARRAY);

const PARSERS: Readonly<Record<number, Parser>> = {
  [OID.INT8]: parseInt8,
  [OID.NUMERIC]: asText,
  [OID.DATE]: asText,
  [OID.TIMESTAMP]: (text) => new Date(`${text.replace(' ', 'T')}Z`),
  [OID.INTERVAL]: asText,
  [OID.POINT]: asText,
  [OID.CIRCLE]: asText,
  [OID.INT8_ARRAY]: (text) => eachOf(asTexts(text), parseInt8),
  [OID.NUMERIC_ARRAY]: asTexts,
  [OID.DATE_ARRAY]: asTexts,
  [OID.INTERVAL_ARRAY]: asTexts,
};

/** How a server's values come out; the rules are those of pglite-worker.ts. For a pool, not for the whole process. */
export const POSTGRES_TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? defaultParser(oid, format)) as CustomTypesConfig['getTypeParser'],
};

function parseInt8(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/** An array of PostgreSQL's may hold arrays and nulls. */
function eachOf(value: unknown, parse: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => eachOf(item, parse));
  return typeof value === 'string' ? parse(value) : value;
}

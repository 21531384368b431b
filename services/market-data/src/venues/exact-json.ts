type Reviver = (this: unknown, key: string, value: unknown, context: { source: string }) => unknown;

const numbersAsWritten: Reviver = (_key, value, context) =>
  typeof value === 'number' ? context.source : value;

/**
 * Parses JSON with every number as the string it was written as, so that no digit is lost.
 * @throws SyntaxError when the text is not JSON
 */
export function parseExactJson(text: string): unknown {
  // The reviver's third argument is ECMAScript's "JSON.parse source text access"; TypeScript's types lack it.
  return JSON.parse(text, numbersAsWritten as (key: string, value: unknown) => unknown) as unknown;
}

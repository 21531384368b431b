import fc from 'fast-check';
import type { JsonSchema } from '@tidemark/http/description/json-schema';
import type { ApiParameter, Operation } from './api-document.ts';

/** A request as it goes over the wire. */
export interface ArbitraryRequest {
  method: string;
  /** Path and query, percent-encoded. */
  target: string;
  /** Those that the description asks for, in small letters. */
  headers?: Readonly<Record<string, string>>;
  contentType: string | null;
  body: string | null;
}

/** Values of parameters that there are, by the parameter's name. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** Text that parsers have stumbled over. */
const NASTY = [
  '',
  ' ',
  '\0',
  "' OR 1=1 --",
  '"; DROP TABLE users; --',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '%s%n',
  '{{7*7}}',
  '𝕿𝖎𝖉𝖊',
  '\u202e',
  '-1',
  '1e309',
  'NaN',
  'null',
  '__proto__',
  'constructor',
];

const KNOWN: KnownValues = {
  coin_id: ['bitcoin', 'ethereum'],
  coins: ['bitcoin', 'bitcoin,ethereum'],
  user_id: ['me'],
  'if-match': ['*', '"1"', '"1", "2"', 'W/"1"', '1'],
};

/** Requests of an operation: some as its description asks for, some with a fault or several. */
export function arbitraryRequest(
  operation: Operation,
  there: KnownValues = {},
): fc.Arbitrary<ArbitraryRequest> {
  const { method, path, parameters, body } = operation;
  const inHeaders = parameters.filter((parameter) => parameter.in === 'header');
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  return fc
    .record({
      path: fc.record(Object.fromEntries(inPath.map((p) => [p.name, pathStep(p, there)]))),
      headers: fc.record(Object.fromEntries(inHeaders.map((p) => [p.name, headerValue(p)]))),
      query: fc.record(Object.fromEntries(inQuery.map((p) => [p.name, queryValue(p)]))),
      stray: fc.option(fc.tuple(anyText(), anyText()), { freq: 20 }),
      body: body ? requestBody(body) : fc.constant(null),
    })
    .map(({ path: steps, query, headers, stray, body: sent }) => ({
      method,
      headers: Object.fromEntries(
        Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== null),
      ),
      target: targetOf(path, steps, [...Object.entries(query), ...(stray ? [stray] : [])]),
      contentType: sent?.contentType ?? null,
      body: sent?.text ?? null,
    }));
}

function targetOf(
  path: string,
  steps: Record<string, string>,
  query: readonly (readonly [string, string | null])[],
): string {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    return encodeURIComponent(steps[name] ?? '').replace(/^\.{1,2}$/, '%2e');
  });
  const pairs = query.filter((pair): pair is [string, string] => pair[1] !== null);
  return pairs.length === 0 ? filled : `${filled}?${new URLSearchParams(pairs).toString()}`;
}

function pathStep({ name, schema }: ApiParameter, there: KnownValues): fc.Arbitrary<string> {
  const values = there[name];
  const usual = values ? fc.constantFrom(...values) : fitting(schema, name).map(String);
  return oneOf(usual, anyText()).filter((step) => step !== '');
}

/** Null: left out. Of what a header can carry. */
function headerValue({ name, schema, required }: ApiParameter): fc.Arbitrary<string | null> {
  const value = fc.oneof(fitting(schema, name).map(String), fc.constantFrom('x', '', '" "', ','));
  return fc.option(value, { freq: required ? 10 : 1 });
}

/** Null: left out. */
function queryValue({ name, schema, required }: ApiParameter): fc.Arbitrary<string | null> {
  const value = oneOf(fitting(schema, name).map(String), anyText());
  return fc.option(value, { freq: required ? 10 : 1 });
}

function requestBody(schema: JsonSchema): fc.Arbitrary<{ contentType: string; text: string }> {
  const json = oneOf(fitting(schema, ''), mutated(schema), 3).map((value) => ({
    contentType: 'application/json',
    text: JSON.stringify(value),
  }));
  const broken = fc.record({
    contentType: fc.constantFrom('application/json', 'text/plain', 'application/xml', 'x'),
    text: fc.oneof(anyText(), fc.json(), fc.constantFrom('{', '[]', 'null', '"', '{"a":')),
  });
  return fc.oneof({ weight: 8, arbitrary: json }, { weight: 1, arbitrary: broken });
}

/** A value that the schema asks for; a pattern is met where an example of it is known. */
function fitting(schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  const known = KNOWN[name];
  if (known) return fc.constantFrom(...known);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((choice) => fitting(choice, name)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return fittingObject(schema);
    case 'array': {
      const { minItems = 0, maxItems = minItems + 5 } = schema;
      const items = schema.items ?? {};
      return fc.array(fitting(items, name), {
        minLength: minItems,
        maxLength: Math.min(maxItems, minItems + 5),
      });
    }
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 1_000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1_000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fittingText(schema);
  }
}

function fittingObject({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => [name, fitting(schema, name)]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: required,
  });
}

function fittingText({
  format,
  pattern,
  minLength = 0,
  maxLength = 40,
}: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'date-time')
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern)
    return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, maxLength));
  return fc.string({
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, minLength + 30)),
  });
}

/** What the schema asks for, with one field of another kind, missing, or too many. */
function mutated(schema: JsonSchema): fc.Arbitrary<unknown> {
  const names = Object.keys(schema.properties ?? {});
  const name = fc.oneof(fc.constantFrom('extra', '__proto__', ...names), anyText());
  const value = fc.oneof(fc.jsonValue(), anyText(), fc.constant(undefined));
  return fc.tuple(fitting(schema, ''), name, value).map(([object, field, other]) => {
    if (typeof object !== 'object' || object === null) return other ?? null;
    return Object.fromEntries([...Object.entries(object), [field, other]]);
  });
}

function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: 'binary', maxLength: 60 }).map(wellFormed),
  );
}

/** Lone surrogates have no UTF-8. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

function oneOf<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>, weight = 4): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: other });
}

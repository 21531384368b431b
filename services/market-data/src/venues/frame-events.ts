import type { FrameEvent, RefusalReason } from './venue.ts';

/** What a detail or a type name may hold at most, so that a hostile frame fills no log. */
const MAX_DETAIL = 200;
const MAX_TYPE = 40;

/** A refusal with its reason; the detail is cut to 200 characters. */
export function refused(reason: RefusalReason, detail: string): FrameEvent {
  return { kind: 'refused', reason, detail: cut(detail, MAX_DETAIL) };
}

/** A frame that is right and of no use here. */
export function ignored(type: string): FrameEvent {
  return { kind: 'ignored', type: cut(type, MAX_TYPE) };
}

/** ECMAScript's "JSON.parse source text access"; TypeScript's types lack the third argument. */
type Reviver = (this: unknown, key: string, value: unknown, context: { source: string }) => unknown;

const numbersAsWritten: Reviver = (_key, value, context) =>
  typeof value === 'number' ? context.source : value;

/** The value of a JSON text, or undefined where it is not JSON. Never throws. */
export function parseJson(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver as (key: string, value: unknown) => unknown) as unknown;
  } catch {
    return undefined;
  }
}

/** The same, with every number as the string it was written as, so that no digit is lost. */
export function parseExactJson(text: string): unknown {
  return parseJson(text, numbersAsWritten);
}

/** True for a JSON object; arrays and null are not. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name of a JSON value's type, for details. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

import { INDICATORS, kindOf } from './catalogue.ts';
import type { IndicatorKind, Parameter } from './indicator-kind.ts';
import { nearest } from './nearest.ts';

/** Characters of a list of indicators. */
export const LONGEST_LIST = 500;
/** Indicators of a list. */
export const MOST_CALLS = 20;

/** An indicator with its parameters, such as `macd(12,26,9)`. */
export interface IndicatorCall {
  readonly kind: IndicatorKind;
  /** One for each of the kind's parameters, checked. */
  readonly parameters: readonly number[];
  /** Its one spelling: `rsi(14)` for `rsi` and `RSI( 14 )`; without brackets where there are no parameters. */
  readonly text: string;
}

/** A text that is no list of indicators. The message is a sentence for people, and can stand as a field's reason. */
export class CallFault extends Error {
  override readonly name = 'CallFault';
  /** Where in the text the fault is, from 0. */
  readonly at: number;

  constructor(reason: string, at = 0) {
    super(reason);
    this.at = at;
  }

  /** What is wrong, with no position in it. */
  get reason(): string {
    return this.message;
  }
}

/** One piece of the text: a name, and what stands in its brackets if there are any. */
const PIECE = /\s*([a-z_][a-z0-9_]*)\s*(?:\(([^()]*)\)\s*)?(,|$)/iy;
const NUMBER = /^\d{1,9}(\.\d{1,9})?$/;

/**
 * Reads a list such as `rsi,macd(12,26,9),sma(20)`. Missing parameters, from the right, are the usual ones; case and spaces do not
 * matter; what is named twice is there once. Throws CallFault, with the place, for anything else: at most 500 characters and 20
 * indicators.
 */
export function parseCalls(text: string): readonly IndicatorCall[] {
  if (text.trim() === '') throw new CallFault('Name at least one indicator, such as rsi(14).');
  if (text.length > LONGEST_LIST) {
    throw new CallFault(`At most ${LONGEST_LIST} characters are read.`, LONGEST_LIST);
  }
  const calls = new Map<string, IndicatorCall>();
  for (const { name, list, at } of pieces(text)) {
    const call = atPlace(at, () => callOf(name, list === null ? [] : numbers(name, list)));
    calls.set(call.text, call);
    if (calls.size > MOST_CALLS) throw new CallFault(`At most ${MOST_CALLS} indicators.`, at);
  }
  return [...calls.values()];
}

/**
 * The call of an indicator by its name (in any case) and its first parameters; the rest are the usual ones. Throws CallFault for a
 * name that is not offered, too many parameters, and ones that are out of range.
 */
export function callOf(name: string, given: readonly number[]): IndicatorCall {
  const kind = kindOf(name.toLowerCase());
  if (!kind) throw new CallFault(unknown(name));
  if (given.length > kind.parameters.length) throw new CallFault(tooMany(kind, given.length));
  const parameters = kind.parameters.map((parameter, i) =>
    checked(kind, parameter, given[i] ?? parameter.default),
  );
  return { kind, parameters, text: callText(kind, parameters) };
}

/** The one spelling of a call: `rsi(14)`, `macd(12,26,9)`, `obv`. */
export function callText(kind: IndicatorKind, parameters: readonly number[]): string {
  return parameters.length === 0 ? kind.name : `${kind.name}(${parameters.join(',')})`;
}

interface Piece {
  readonly name: string;
  readonly list: string | null;
  readonly at: number;
}

function* pieces(text: string): Generator<Piece> {
  const piece = new RegExp(PIECE);
  for (let at = 0; ; at = piece.lastIndex) {
    piece.lastIndex = at;
    const found = piece.exec(text);
    if (!found) throw new CallFault(noCall(text.slice(at)), at);
    yield { name: found[1] ?? '', list: found[2] ?? null, at };
    if (found[3] === '') return;
  }
}

function numbers(name: string, list: string): number[] {
  if (list.trim() === '') return [];
  return list.split(',').map((part) => {
    const text = part.trim();
    if (text === '') throw new CallFault(`${name.toLowerCase()}: a parameter is missing.`);
    if (!NUMBER.test(text)) {
      throw new CallFault(`${name.toLowerCase()}: “${excerpt(text)}” is not a number.`);
    }
    return Number(text);
  });
}

function checked(kind: IndicatorKind, parameter: Parameter, value: number): number {
  const { name, min, max, integer } = parameter;
  const fits = value >= min && value <= max && (!integer || Number.isInteger(value));
  if (fits) return value;
  const what = integer ? 'a whole number' : 'a number';
  throw new CallFault(`${kind.name}: ${name} is ${what} from ${min} to ${max}, not ${value}.`);
}

function tooMany(kind: IndicatorKind, count: number): string {
  const names = kind.parameters.map((parameter) => parameter.name).join(', ');
  if (names === '') return `${kind.name} takes no parameters, not ${count}.`;
  return `${kind.name} takes at most ${kind.parameters.length} (${names}), not ${count}.`;
}

function noCall(rest: string): string {
  if (/^\s*(,|$)/.test(rest)) return 'An indicator is missing between commas.';
  return `“${excerpt(rest)}” is not written like rsi(14).`;
}

function unknown(name: string): string {
  const names = INDICATORS.map((kind) => kind.name);
  const like = nearest(name.toLowerCase(), names);
  const hint = like === null ? `There are ${names.join(', ')}.` : `Did you mean ${like}?`;
  return `There is no indicator “${excerpt(name)}”. ${hint}`;
}

/** Up to 20 characters of hostile text, in one line. */
function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 20 ? `${line.slice(0, 20).toWellFormed()}…` : line;
}

function atPlace<T>(at: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CallFault ? new CallFault(error.message, at) : error;
  }
}

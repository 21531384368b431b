import { RuleFault, quoted } from './rule-fault.ts';
import type { Span } from './rule.ts';

export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly span: Span }
  | { readonly kind: 'word' | 'sign' | 'end'; readonly text: string; readonly span: Span };

/** Each is tried where the one before ends. Sticky, and linear: nothing in them repeats what repeats. */
const SPACE = /[ \t\r\n]+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const SIGN = /<=|>=|==|!=|[<>=+\-*/()[\],.]/y;

/** What people write out of habit, and what it is here. */
const HABITS: Readonly<Record<string, string>> = {
  '&': 'and',
  '|': 'or',
  '!': 'not',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
  '−': '-',
  '{': '(',
  '}': ')',
};

/**
 * Cuts a text into words (lower case), numbers and signs, with an `end` behind them.
 * @throws {RuleFault} on a sign that has no meaning here, or a number too large for a double
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(SPACE, text, at);
    if (space === null) tokens.push(tokenAt(text, at));
    at = space === null ? (tokens.at(-1)?.span.end ?? at) : at + space.length;
  }
  tokens.push({ kind: 'end', text: '', span: { start: text.length, end: text.length } });
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const number = match(NUMBER, text, start);
  if (number !== null) return numberToken(text, number, start);
  const word = match(WORD, text, start);
  if (word !== null) return { kind: 'word', text: word.toLowerCase(), span: at(start, word) };
  const sign = match(SIGN, text, start);
  if (sign === null) throw strangeSign(text, start);
  return { kind: 'sign', text: sign === '==' ? '=' : sign, span: at(start, sign) };
}

function numberToken(text: string, number: string, start: number): Token {
  const span = at(start, number);
  const tail = match(WORD, text, span.end);
  if (tail !== null) {
    const whole = number + tail;
    throw new RuleFault(`${quoted(whole)} is neither a number nor a name`, at(start, whole), {
      found: quoted(whole),
      expected: 'a number',
    });
  }
  const value = Number(number);
  if (!Number.isFinite(value)) throw new RuleFault('this number is too large', span);
  return { kind: 'number', text: number, value, span };
}

function strangeSign(text: string, start: number): RuleFault {
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const doubled = text.startsWith(sign + sign, start) ? sign + sign : sign;
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /^[\x21-\x7e≤≥≠×÷−]$/.test(sign) ? quotedSign(doubled) : `the sign U+${code}`;
  return new RuleFault(`${shown} has no meaning in a rule`, at(start, doubled), {
    found: shown,
    suggestion: HABITS[sign] ?? null,
  });
}

function quotedSign(sign: string): string {
  return `\`${sign}\``;
}

function match(pattern: RegExp, text: string, start: number): string | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
}

function at(start: number, text: string): Span {
  return { start, end: start + text.length };
}

import type { Span } from './rule.ts';

/** What a fault knows beside its message; null: does not apply. */
export interface FaultDetails {
  readonly found?: string | null;
  readonly expected?: string | null;
  /** A name that was probably meant. */
  readonly suggestion?: string | null;
}

/** Why a text is no rule, and where. The message is for the person who wrote it, on one line, without the place. */
export class RuleFault extends Error {
  readonly span: Span;
  readonly found: string | null;
  readonly expected: string | null;
  readonly suggestion: string | null;

  constructor(message: string, span: Span, details: FaultDetails = {}) {
    const { found = null, expected = null, suggestion = null } = details;
    super(suggestion === null ? message : `${message}; did you mean \`${suggestion}\`?`);
    this.name = 'RuleFault';
    this.span = span;
    this.found = found;
    this.expected = expected;
    this.suggestion = suggestion;
  }
}

/** A fault that says what stands in the text and what should. Both come as words: `a number`, or a name in backticks. */
export function unexpected(
  found: string,
  expected: string,
  span: Span,
  suggestion?: string | null,
) {
  return new RuleFault(`found ${found} where ${expected} is expected`, span, {
    found,
    expected,
    suggestion: suggestion ?? null,
  });
}

/** A piece of foreign text in backticks: cut short, with nothing that could end a line or turn its direction. */
export function quoted(text: string): string {
  const shown = text.length > 30 ? `${text.slice(0, 29)}…` : text;
  return `\`${visible(shown)}\``;
}

const BEFORE = 50;
const AFTER = 30;

/** The place of a fault: the text around it, and below it carets. Two lines, for a fixed-width font. */
export function pointedAt(text: string, span: Span): string {
  const from = Math.max(0, span.start - BEFORE);
  const to = Math.min(text.length, Math.max(span.end, span.start + 1) + AFTER);
  const head = from > 0 ? '…' : '';
  const line = `${head}${visible(text.slice(from, to))}${to < text.length ? '…' : ''}`;
  const width = Math.max(1, Math.min(span.end, to) - span.start);
  return `${line.trimEnd()}\n${' '.repeat(head.length + span.start - from)}${'^'.repeat(Math.min(width, AFTER))}`;
}

/** One sign for each unit of the text, so that carets stay below their place. */
function visible(text: string): string {
  return text.replace(/[^\x20-\x7e\xa1-\xac\xae-\u024f]/g, (sign) => (sign === '…' ? sign : ' '));
}

import { RULE_LIMITS, type Span } from './rule.ts';
import { RuleFault, quoted, unexpected } from './rule-fault.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Reads a rule's tokens one after another, and knows how deep it is inside parentheses, `not` and signs. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  /** @throws {RuleFault} as `tokensOf` does */
  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  /** The token that comes next; at the end, the `end`. */
  get next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  /** Takes the next token, whatever it is. */
  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Takes the next token if it is one of these words or signs, else null. */
  takeIf<T extends string>(...texts: readonly T[]): T | null {
    const { kind, text } = this.next;
    const wanted = kind === 'word' || kind === 'sign' ? texts.find((one) => one === text) : null;
    if (wanted === undefined || wanted === null) return null;
    this.#at++;
    return wanted;
  }

  /**
   * Takes the next token, which must be this one; `why` says what it would do there.
   * @throws {RuleFault} when it is another
   */
  expect(text: string, why: string): Token {
    if (this.next.text === text && this.next.kind !== 'end') return this.take();
    throw this.surprise(`\`${text}\` ${why}`);
  }

  /** A fault at the next token. */
  surprise(expected: string, suggestion?: string | null): RuleFault {
    const found = this.next.kind === 'end' ? 'the end of the rule' : quoted(this.next.text);
    return unexpected(found, expected, this.next.span, suggestion);
  }

  /** Reads something that stands inside something else. @throws {RuleFault} when that is too deep */
  inside<T>(read: () => T): T {
    if (++this.#depth > RULE_LIMITS.depth) {
      throw new RuleFault(
        `parentheses, \`not\` and signs may be ${RULE_LIMITS.depth} deep at most`,
        this.next.span,
      );
    }
    const result = read();
    this.#depth--;
    return result;
  }

  /** From a place up to the end of what was taken last. */
  spanFrom(start: number): Span {
    return { start, end: this.#tokens[this.#at - 1]?.span.end ?? start };
  }
}

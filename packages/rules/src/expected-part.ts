import { nearest } from '@tidemark/indicators/nearest';
import { wordsFor } from './parse-name.ts';
import { RuleFault } from './rule-fault.ts';
import { COMPARISONS, isCondition, type Condition, type Quantity, type RuleNode } from './rule.ts';
import type { TokenReader } from './token-reader.ts';

/**
 * What was just read, which must be a condition; what follows it shows whether a comparison was meant.
 * @throws {RuleFault} when it is a number
 */
export function asCondition(node: RuleNode, reader: TokenReader): Condition {
  if (isCondition(node)) return node;
  const { kind, text } = reader.next;
  if (kind === 'number' || (kind === 'word' && text !== 'and' && text !== 'or')) {
    throw reader.surprise('a comparison, such as `<` or `crosses above`', joiningWord(text));
  }
  const message = 'this is a number, and a condition is expected, such as `rsi(14) < 30`';
  throw new RuleFault(message, node.span, { found: 'a number', expected: 'a condition' });
}

/** What was read, which must be a number. @throws {RuleFault} when it is a condition */
export function asQuantity(node: RuleNode): Quantity {
  if (!isCondition(node)) return node;
  const message = 'this is a condition, and a number is expected';
  throw new RuleFault(message, node.span, { found: 'a condition', expected: 'a number' });
}

/** Called behind a comparison. @throws {RuleFault} when another follows, as in `1 < a < 2` */
export function refuseChain(reader: TokenReader): void {
  if (!COMPARISONS.some((sign) => sign === reader.next.text)) return;
  const message =
    'only two can be compared at a time: write `a < b and b < c`, or `b between a and c`';
  throw new RuleFault(message, reader.next.span, { found: `\`${reader.next.text}\`` });
}

/** The fault of what follows where the rule could end. */
export function misplaced(reader: TokenReader): RuleFault {
  const { text, span } = reader.next;
  if (text === ',') {
    const message = 'found `,` outside an indicator; numbers have a point and no commas: `50000.5`';
    return new RuleFault(message, span, { found: '`,`' });
  }
  return reader.surprise('`and`, `or` or the end of the rule', joiningWord(text));
}

function joiningWord(text: string): string | null {
  return nearest(text, wordsFor('joining'));
}

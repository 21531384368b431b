import type { IndicatorKind } from '@tidemark/indicators/indicator-kind';
import { asCondition, asQuantity, misplaced, refuseChain } from './expected-part.ts';
import { nearest } from '@tidemark/indicators/nearest';
import { namedQuantity } from './parse-name.ts';
import {
  COMPARISONS,
  type Condition,
  type Quantity,
  type RuleNode,
  RULE_LIMITS,
  indicatorsIn,
} from './rule.ts';
import { TokenReader } from './token-reader.ts';
import { printRule } from './print-rule.ts';
import { RuleFault } from './rule-fault.ts';

/**
 * Reads a rule, such as `rsi(14) < 30 and close > sma(200)`; the grammar is in the README. Parameters that are left out
 * are filled in, so that the tree says everything.
 *
 * @param kinds the indicators that a rule may name, and what they are checked against
 * @throws {RuleFault} that says where the text is wrong, or which of `RULE_LIMITS` it is past
 */
export function parseRule(text: string, kinds: readonly IndicatorKind[]): Condition {
  checkLength(text);
  const reader = new TokenReader(text);
  const rule = asCondition(either(reader, kinds), reader);
  if (reader.next.kind !== 'end') throw misplaced(reader);
  checkSize(rule, text);
  return rule;
}

type Read = (reader: TokenReader, kinds: readonly IndicatorKind[]) => RuleNode;

const either: Read = (reader, kinds) => joined(reader, kinds, 'or', both);
const both: Read = (reader, kinds) => joined(reader, kinds, 'and', negated);

function joined(
  reader: TokenReader,
  kinds: readonly IndicatorKind[],
  kind: 'and' | 'or',
  part: Read,
): RuleNode {
  const { start } = reader.next.span;
  let left = part(reader, kinds);
  while (reader.next.text === kind) {
    const before = asCondition(left, reader);
    reader.take();
    const right = asCondition(part(reader, kinds), reader);
    left = { kind, left: before, right, span: reader.spanFrom(start) };
  }
  return left;
}

const negated: Read = (reader, kinds) => {
  const { start } = reader.next.span;
  if (reader.takeIf('not') === null) return comparison(reader, kinds);
  const of = asCondition(
    reader.inside(() => negated(reader, kinds)),
    reader,
  );
  return { kind: 'not', of, span: reader.spanFrom(start) };
};

const comparison: Read = (reader, kinds) => {
  const { start } = reader.next.span;
  const left = sum(reader, kinds);
  const sign = reader.takeIf(...COMPARISONS);
  if (sign !== null) {
    const right = asQuantity(sum(reader, kinds));
    refuseChain(reader);
    return { kind: 'compare', sign, left: asQuantity(left), right, span: reader.spanFrom(start) };
  }
  if (reader.takeIf('crosses') !== null) return crossing(reader, kinds, asQuantity(left), start);
  if (reader.takeIf('between') !== null) return within(reader, kinds, asQuantity(left), start);
  return left;
};

function crossing(
  reader: TokenReader,
  kinds: readonly IndicatorKind[],
  left: Quantity,
  start: number,
): Condition {
  const direction = reader.takeIf('above', 'below');
  if (direction === null) {
    throw reader.surprise('`above` or `below`', nearest(reader.next.text, ['above', 'below']));
  }
  const right = asQuantity(sum(reader, kinds));
  return { kind: 'cross', direction, left, right, span: reader.spanFrom(start) };
}

/** `a between b and c` is another way to write `a >= b and a <= c`. */
function within(
  reader: TokenReader,
  kinds: readonly IndicatorKind[],
  left: Quantity,
  start: number,
): Condition {
  const low = asQuantity(sum(reader, kinds));
  reader.expect('and', 'and a second bound');
  const high = asQuantity(sum(reader, kinds));
  const span = reader.spanFrom(start);
  return {
    kind: 'and',
    left: { kind: 'compare', sign: '>=', left, right: low, span },
    right: { kind: 'compare', sign: '<=', left, right: high, span },
    span,
  };
}

const sum: Read = (reader, kinds) => computed(reader, kinds, ['+', '-'], product);
const product: Read = (reader, kinds) => computed(reader, kinds, ['*', '/'], signed);

function computed(
  reader: TokenReader,
  kinds: readonly IndicatorKind[],
  signs: readonly ('+' | '-' | '*' | '/')[],
  part: Read,
): RuleNode {
  const { start } = reader.next.span;
  let left = part(reader, kinds);
  for (let sign = reader.takeIf(...signs); sign !== null; sign = reader.takeIf(...signs)) {
    const right = asQuantity(part(reader, kinds));
    const span = reader.spanFrom(start);
    left = { kind: 'arithmetic', sign, left: asQuantity(left), right, span };
  }
  return left;
}

const signed: Read = (reader, kinds) => {
  const { start } = reader.next.span;
  if (reader.takeIf('-') === null) return term(reader, kinds);
  const of = asQuantity(reader.inside(() => signed(reader, kinds)));
  return { kind: 'negate', of, span: reader.spanFrom(start) };
};

const term: Read = (reader, kinds) => {
  if (reader.takeIf('(') !== null) {
    const inner = reader.inside(() => either(reader, kinds));
    reader.expect(')', 'that closes a parenthesis');
    return inner;
  }
  const { next } = reader;
  if (next.kind === 'number') {
    reader.take();
    return { kind: 'number', value: next.value, span: next.span };
  }
  if (next.kind === 'word') return namedQuantity(reader, kinds);
  throw reader.surprise('a number, a series or an indicator');
};

/** @throws {RuleFault} when a text is longer than a rule may be */
function checkLength(text: string): void {
  const { characters } = RULE_LIMITS;
  if (text.length <= characters) return;
  const span = { start: characters, end: text.length };
  throw new RuleFault(`a rule has ${characters} characters at most, this has ${text.length}`, span);
}

/** @throws {RuleFault} when a rule has too many indicators, or is too long once its parameters are spelt out */
function checkSize(rule: Condition, text: string): void {
  const span = { start: 0, end: text.length };
  const indicators = new Set(
    indicatorsIn(rule).map((node) => printRule({ ...node, output: 'value' })),
  );
  if (indicators.size > RULE_LIMITS.indicators) {
    const most = `${RULE_LIMITS.indicators} different indicators at most`;
    throw new RuleFault(`a rule has ${most}, this has ${indicators.size}`, span);
  }
  const { length } = printRule(rule);
  if (length > RULE_LIMITS.characters) {
    const spelt = `with its parameters spelt out this one has ${length}`;
    throw new RuleFault(`a rule has ${RULE_LIMITS.characters} characters at most; ${spelt}`, span);
  }
}

import { RULE_LIMITS } from './limits.ts';
import { printRule } from './print-rule.ts';
import { RuleFault } from './rule-fault.ts';
import { indicatorsIn, type Condition } from './rule.ts';

/** @throws {RuleFault} when a text is longer than a rule may be */
export function checkLength(text: string): void {
  const { characters } = RULE_LIMITS;
  if (text.length <= characters) return;
  const span = { start: characters, end: text.length };
  throw new RuleFault(`a rule has ${characters} characters at most, this has ${text.length}`, span);
}

/** @throws {RuleFault} when a rule has too many indicators, or is too long once its parameters are spelt out */
export function checkSize(rule: Condition, text: string): void {
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

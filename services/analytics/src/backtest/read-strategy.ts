import type { BacktestRequest } from '@tidemark/contracts/backtest';
import { TidemarkError } from '@tidemark/contracts/errors';
import { INDICATORS } from '@tidemark/indicators/catalogue';
import { parseRule } from '@tidemark/rules/parse-rule';
import type { Condition } from '@tidemark/rules/rule';
import { pointedAt, RuleFault } from '@tidemark/rules/rule-fault';
import { warmUp } from '@tidemark/rules/warm-up';

/** The rules of a request, read. */
export interface Strategy {
  readonly entry: Condition;
  readonly exit: Condition | null;
  /** Bars before the period that make both rules known at its first bar. */
  readonly barsBefore: number;
}

/**
 * Reads the rules of a request.
 * @throws TidemarkError INVALID_REQUEST that says which rule cannot be read, why, and points at the place
 */
export function readStrategy({ entry, exit }: Pick<BacktestRequest, 'entry' | 'exit'>): Strategy {
  const rules = {
    entry: readRule('body.entry', entry),
    exit: exit === undefined ? null : readRule('body.exit', exit),
  };
  const takes = [rules.entry, rules.exit ?? rules.entry].map((rule) => warmUp(rule, INDICATORS));
  return { ...rules, barsBefore: Math.max(...takes) - 1 };
}

function readRule(field: string, text: string): Condition {
  try {
    return parseRule(text, INDICATORS);
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    const reason = `${error.message}\n${pointedAt(text, error.span)}`;
    throw new TidemarkError('INVALID_REQUEST', 'A rule cannot be read.', [{ field, reason }]);
  }
}

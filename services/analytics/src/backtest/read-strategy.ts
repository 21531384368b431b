import { BACKTEST_DEFAULTS, type BacktestRequest } from '@tidemark/contracts/backtest';
import { TidemarkError } from '@tidemark/contracts/errors';
import { LATEST_MS } from '@tidemark/contracts/time';
import { INDICATORS } from '@tidemark/indicators/catalogue';
import type { IndicatorKind } from '@tidemark/indicators/indicator-kind';
import { parseRule } from '@tidemark/rules/parse-rule';
import type { Condition } from '@tidemark/rules/rule';
import { pointedAt, RuleFault } from '@tidemark/rules/rule-fault';
import { sentimentKind, speaksOfNews, type NewsAt } from '@tidemark/rules/sentiment-kind';
import { warmUp } from '@tidemark/rules/warm-up';
import { Amount } from './amount.ts';

/** What a backtest's rules may speak of: every indicator, and the news as they were known. */
export function kindsWith(newsAt: NewsAt): readonly IndicatorKind[] {
  return [...INDICATORS, sentimentKind(newsAt)];
}
/** To read rules with; these are the same whatever the news are. */
const KINDS = kindsWith(() => null);

/** What a request comes to, read. */
export interface Strategy {
  readonly entry: Condition;
  readonly exit: Condition | null;
  /** Bars before the period that make both rules known at its first bar. */
  readonly barsBefore: number;
  /** A rule speaks of the news: their history has to be there. */
  readonly wantsNews: boolean;
  /** USD, 1 or more. */
  readonly initialCash: Amount;
}

type Asked = Pick<BacktestRequest, 'entry' | 'exit' | 'from' | 'to' | 'initial_cash'>;

/**
 * Reads a request; one that is read can be run.
 * @throws TidemarkError INVALID_REQUEST for an empty period, cash below 1, or a rule that cannot be read: it says which,
 *   why, and points at the place
 */
export function readStrategy(request: Asked): Strategy {
  const { from = 0, to = LATEST_MS, initial_cash: cash = BACKTEST_DEFAULTS.initial_cash } = request;
  if (from >= to) throw refusal('from', 'must be before `to`');
  const initialCash = new Amount(cash);
  if (initialCash.lt(1)) throw refusal('initial_cash', 'must be 1 or more');
  const rules = {
    entry: readRule('body.entry', request.entry),
    exit: request.exit === undefined ? null : readRule('body.exit', request.exit),
  };
  const both = [rules.entry, rules.exit ?? rules.entry];
  const takes = both.map((rule) => warmUp(rule, KINDS));
  const wantsNews = both.some(speaksOfNews);
  return { ...rules, barsBefore: Math.max(...takes) - 1, wantsNews, initialCash };
}

function refusal(field: string, reason: string): TidemarkError {
  const details = [{ field: `body.${field}`, reason }];
  return new TidemarkError('INVALID_REQUEST', 'The backtest cannot be run.', details);
}

function readRule(field: string, text: string): Condition {
  try {
    return parseRule(text, KINDS);
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    const reason = `${error.message}\n${pointedAt(text, error.span)}`;
    throw new TidemarkError('INVALID_REQUEST', 'A rule cannot be read.', [{ field, reason }]);
  }
}

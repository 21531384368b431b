import type { Backtest } from '@tidemark/contracts/backtest';

/** The terms of a backtest, as its answer says them. */
export type Terms = Pick<
  Backtest,
  'exit' | 'fee_pct' | 'slippage_pct' | 'stop_loss_pct' | 'take_profit_pct'
>;

/** What a backtest takes for granted, in sentences for people. */
export function assumptionsOf(terms: Terms): string[] {
  return [
    'A rule is asked at the close of a bar; what it says is done at the open of the next bar that exists.',
    'All cash is spent at each entry, on fractions of coins if need be; nothing is sold short or borrowed.',
    exitAssumption(terms),
    `Each side costs ${terms.fee_pct} % of what is traded, and the price is ${terms.slippage_pct} % worse than the bar says.`,
    ...limitAssumptions(terms),
    'An order is filled whole, and moves no price.',
    'What is held at the end is valued at the last close and not sold.',
    'Holding buys once, at the open of the second bar, at the same costs, and does not sell.',
  ];
}

function exitAssumption({ exit }: Terms): string {
  return exit === null
    ? 'It is sold when the entry rule is known not to hold any more.'
    : 'Where both rules hold, nothing is bought.';
}

function limitAssumptions({ stop_loss_pct: stop, take_profit_pct: target }: Terms): string[] {
  if (stop === null && target === null) return [];
  return [
    'A limit is reached where the high or the low of a bar reaches it; a bar that opens past it trades at its open.',
    ...(stop !== null && target !== null
      ? ['Where one bar reaches both limits, the stop is taken to have come first.']
      : []),
  ];
}

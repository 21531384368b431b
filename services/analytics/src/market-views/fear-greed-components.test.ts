import { describe, expect, it } from 'vitest';
import { closes, coin, market } from '../../tests/market-views/made-market.ts';
import type { DailyMarket } from './daily-market.ts';
import { FEAR_GREED_COMPONENTS } from './fear-greed-components.ts';

/** What a component measures on the last day. */
function measured(name: string, days: DailyMarket): number | null {
  const component = FEAR_GREED_COMPONENTS.find((one) => one.name === name);
  return component?.figures(days).at(-1) ?? null;
}

describe('what the index looks at', () => {
  it('volatility: the deviation of 30 daily returns, over a year', () => {
    const swinging = closes(31, (day) => (day % 2 === 0 ? 100 : 110));
    const deviation = Math.log(1.1) * Math.sqrt(30 / 29);
    expect(measured('volatility', market(coin('bitcoin', swinging)))).toBeCloseTo(
      deviation * Math.sqrt(365),
      10,
    );
  });

  it('momentum: the distance from the average of 125 days', () => {
    const rising = closes(125, (day) => 100 + day);
    expect(measured('momentum', market(coin('bitcoin', rising)))).toBeCloseTo(224 / 162 - 1, 12);
    expect(measured('momentum', market(coin('bitcoin', rising.slice(1))))).toBeNull();
  });

  it('breadth: the share of coins above their average of 50 days', () => {
    const [up, down] = [closes(50, (day) => 100 + day), closes(50, (day) => 100 - day)];
    const all = market(...[up, up, up, down].map((side, i) => coin(`coin-${i}`, side)));
    expect(measured('breadth', all)).toBe(0.75);
  });

  it('volume: the share that was traded on rising days, of the last 30 that can be told', () => {
    const rising = closes(31, (day) => (day % 3 === 0 ? 100 : 100 + day));
    const traded = closes(31, (day) => (day % 3 === 0 ? 50 : 100));
    expect(measured('volume', market(coin('bitcoin', rising, traded)))).toBeCloseTo(
      2000 / 2500,
      12,
    );
    expect(
      measured('volume', market(coin('bitcoin', rising.slice(1), traded.slice(1)))),
    ).toBeNull();
  });

  it('volume: without any there is no share', () => {
    const none = closes(31, () => 0);
    expect(
      measured(
        'volume',
        market(
          coin(
            'bitcoin',
            closes(31, (day) => day + 1),
            none,
          ),
        ),
      ),
    ).toBeNull();
  });

  it('drawdown: the distance below the highest close of 365 days', () => {
    const peaked = closes(365, (day) => (day === 0 ? 200 : 150));
    expect(measured('drawdown', market(coin('bitcoin', peaked)))).toBe(0.25);
    expect(measured('drawdown', market(coin('bitcoin', [...peaked, 150])))).toBe(0);
    expect(measured('drawdown', market(coin('bitcoin', peaked.slice(1))))).toBeNull();
  });
});

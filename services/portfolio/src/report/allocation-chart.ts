import type { PortfolioPerformance, Position } from '@tidemark/contracts/portfolio-value';
import { Amount } from '@tidemark/ledger/amount';
import { ACCENT, FAINT, PAGE, TRACK, WIDTH, type Sheet } from './sheet.ts';
import { money, percent } from './written.ts';

/** Bars; what is less is one bar together. */
const MOST_BARS = 9;
const ROW = 17;
const NAME_WIDTH = 92;
const FIGURES_WIDTH = 150;

interface Part {
  name: string;
  value: string;
  share: number;
}

/** What the value is made of: a bar for each asset, the largest first. What is owed, and what has no price, has none. */
export function drawAllocation(
  sheet: Sheet,
  title: string,
  { positions, currency }: Pick<PortfolioPerformance, 'positions' | 'currency'>,
): void {
  const parts = partsOf(positions);
  sheet.heading(title, parts.length * ROW);
  if (parts.length === 0) sheet.prose('Nothing is held that has a value.');
  const most = Math.max(...parts.map(({ share }) => share), 1e-9);
  const left = PAGE.margin + NAME_WIDTH;
  const longest = WIDTH - NAME_WIDTH - FIGURES_WIDTH;
  for (const { name, value, share } of parts) {
    const { y } = sheet;
    sheet.at(name, PAGE.margin, y, { size: 8.5, weight: 'bold', width: NAME_WIDTH - 8 });
    sheet.pdf.rect(left, y, longest, 9).fill(TRACK);
    sheet.pdf.rect(left, y, Math.max(0.8, (share / most) * longest), 9).fill(ACCENT);
    const figures = { size: 8.5, align: 'right', width: 52 } as const;
    sheet.at(percent(share), left + longest, y, figures);
    const amount = { ...figures, color: FAINT, width: FIGURES_WIDTH - 52 };
    sheet.at(money(value, currency), left + longest + 52, y, amount);
    sheet.y += ROW;
  }
  sheet.y += 6;
}

function partsOf(positions: readonly Position[]): Part[] {
  const held = positions.flatMap(({ asset, value, share_percent: share }) =>
    value !== null && share !== null && new Amount(value).gt(0)
      ? [{ name: asset, value, share }]
      : [],
  );
  const sorted = held.toSorted((a, b) => b.share - a.share);
  if (sorted.length <= MOST_BARS) return sorted;
  const rest = sorted.slice(MOST_BARS - 1);
  const value = rest.reduce((sum, part) => sum.plus(part.value), new Amount(0)).toFixed();
  const share = rest.reduce((sum, part) => sum + part.share, 0);
  return [...sorted.slice(0, MOST_BARS - 1), { name: `${rest.length} others`, value, share }];
}

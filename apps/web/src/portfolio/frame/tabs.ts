import type { Option } from '../../components/ui/choice.tsx';

export type PortfolioTab = 'overview' | 'transactions' | 'gains' | 'import';

/** Views of a portfolio, as the address names them. */
export const PORTFOLIO_TABS: readonly Option<PortfolioTab>[] = [
  { value: 'overview', label: 'Overview' },
  { value: 'transactions', label: 'Transactions' },
  { value: 'gains', label: 'Lots & gains' },
  { value: 'import', label: 'Import' },
];

/** The view of an address; the overview where it names none. */
export function tabOf(text: string | null): PortfolioTab {
  return PORTFOLIO_TABS.find(({ value }) => value === text)?.value ?? 'overview';
}

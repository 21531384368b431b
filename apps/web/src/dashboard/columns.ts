import type { SortKey } from '../market/market-order.ts';

export interface Column {
  id: string;
  label: string;
  sort: SortKey | null;
  /** Width, place and the window sizes that show it; the same for the header and the cells. */
  className: string;
}

/** Columns of the market table. On a phone: coin, line, and price over change. */
export const COLUMNS = {
  star: { id: 'star', label: 'Watched', sort: null, className: 'w-9 pl-1 lg:w-11 lg:pl-3' },
  rank: {
    id: 'rank',
    label: '#',
    sort: 'rank',
    className: 'hidden w-8 text-right lg:table-cell',
  },
  coin: { id: 'coin', label: 'Coin', sort: 'name', className: 'pl-1 text-left lg:pl-4' },
  price: {
    id: 'price',
    label: 'Price, USD',
    sort: 'price',
    className: 'w-[7.25rem] pr-4 text-right sm:w-32 md:pr-2 lg:w-[13%]',
  },
  change: {
    id: 'change',
    label: '24h',
    sort: 'change',
    className: 'hidden w-24 pr-2 text-right md:table-cell lg:w-[11%]',
  },
  range: {
    id: 'range',
    label: '24h range',
    sort: null,
    className: 'hidden w-[24%] pr-2 pl-10 text-left lg:table-cell',
  },
  volume: {
    id: 'volume',
    label: '24h volume',
    sort: 'volume',
    className: 'hidden w-28 pr-2 text-right md:table-cell lg:w-[13%]',
  },
  line: {
    id: 'line',
    label: 'Last 24h',
    sort: null,
    className: 'w-14 px-1 text-right sm:w-28 md:w-36 md:px-4 lg:w-[16%] lg:pl-8',
  },
} as const satisfies Record<string, Column>;

/** From left to right. */
export const COLUMN_ORDER: readonly Column[] = Object.values(COLUMNS);

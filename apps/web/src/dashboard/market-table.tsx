'use client';

import type { Coin } from '@tidemark/contracts/coin';
import { Search } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '../components/ui/button.tsx';
import { QueryFailure, Skeleton } from '../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../components/ui/panel.tsx';
import { useCoinsQuery } from '../market/market-api.ts';
import { matchesSearch, type Sort } from '../market/market-order.ts';
import { MarketRow } from './market-row.tsx';
import { MarketTableHead } from './market-table-head.tsx';
import { useMarketOrder } from './use-market-order.ts';
import { COLUMN_ORDER } from './columns.ts';

function SearchBox({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  return (
    <label className="relative flex w-40 items-center sm:w-56">
      <span className="sr-only">Search coins</span>
      <Search aria-hidden className="absolute left-2.5 size-3.5 text-muted" />
      <input
        type="search"
        value={text}
        placeholder="Search coins"
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-full rounded-md border border-line-strong bg-background pr-2 pl-8 text-[0.8125rem] placeholder:text-muted"
      />
    </label>
  );
}

interface RowsProps {
  ordered: readonly Coin[];
  coins: readonly Coin[];
  selected: string | undefined;
}

function Rows({ ordered, coins, selected }: RowsProps) {
  const reachable = ordered.some((coin) => coin.coin_id === selected)
    ? selected
    : ordered[0]?.coin_id;
  return ordered.map((coin) => (
    <MarketRow
      key={coin.coin_id}
      coin={coin}
      rank={coins.indexOf(coin) + 1}
      selected={coin.coin_id === selected}
      reachable={coin.coin_id === reachable}
    />
  ));
}

/** Every coin with its live price. */
export function MarketTable({ selected }: { selected: string | undefined }) {
  const [sort, setSort] = useState<Sort>({ key: 'rank', descending: false });
  const [text, setText] = useState('');
  const query = useCoinsQuery(undefined);
  const { data: coins, error } = query;
  const ordered = useMarketOrder(coins, sort).filter((coin) => matchesSearch(coin, text));
  const failed = error !== undefined && coins === undefined;
  return (
    <Panel aria-label="Market" className="overflow-hidden">
      <PanelHeader>
        <PanelTitle>Market</PanelTitle>
        <SearchBox text={text} onChange={setText} />
      </PanelHeader>
      {failed && <QueryFailure title="The market could not be loaded." query={query} />}
      {!failed && (
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">Coins with their live prices in US dollars</caption>
          <MarketTableHead sort={sort} onSort={setSort} />
          <tbody onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveBetweenRows(event)}>
            {coins === undefined ? (
              <MarketSkeleton />
            ) : (
              <Rows ordered={ordered} coins={coins} selected={selected} />
            )}
          </tbody>
        </table>
      )}
      {coins !== undefined && ordered.length === 0 && (
        <div className="flex flex-col items-center gap-3 border-t border-line py-12 text-muted">
          <p>{text === '' ? 'No coins are listed.' : `No coin matches “${text}”.`}</p>
          {text !== '' && <Button onClick={() => setText('')}>Show all coins</Button>}
        </div>
      )}
    </Panel>
  );
}

const ROWS = Array.from({ length: 30 }, (_, index) => index);

/** Rows of the final size while the coins load. */
function MarketSkeleton() {
  return ROWS.map((row) => (
    <tr key={row} className="h-[3.25rem] border-t border-line">
      {COLUMN_ORDER.map((column) => (
        <td key={column.id} className={column.className}>
          <Skeleton className="inline-block h-4 w-3/4 align-middle" />
        </td>
      ))}
    </tr>
  ));
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Moves the focus from one row's button, or star, to another's by arrow keys, Home and End. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const isStar = event.target instanceof Element && event.target.matches('[data-star]');
  const kind = isStar ? 'button[data-star]' : 'button:not([data-star])';
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(kind)];
  const index = buttons.findIndex((button) => button === event.target);
  if (step === undefined || index < 0) return;
  event.preventDefault();
  buttons[step(index, buttons.length - 1)]?.focus();
}

'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Loaded, QueryFailure, Skeleton } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { changeAddress, useAddressPart } from '../address.ts';
import { useTransactionQuery, useTransactionsQuery } from '../../portfolio-api/transactions-api.ts';
import { DownloadButton } from '../download/download-button.tsx';
import { EntryDialog } from './entry/entry-dialog.tsx';
import { FirstTransaction } from './first-transaction.tsx';
import {
  filterOf,
  isFiltered,
  NO_FILTER,
  TransactionFilterBar,
  type FilterChoice,
} from './transactions/transaction-filter.tsx';
import { TransactionRow } from './transactions/transaction-row.tsx';

interface PanelProps {
  portfolio: Portfolio;
}

const PAGE = 50;

function Head() {
  return (
    <thead className="text-xs text-muted">
      <tr className="h-9">
        <th scope="col" className="pl-4 text-left font-normal">
          Kind and time, UTC
        </th>
        <th scope="col" className="pr-1 text-right font-normal md:pr-6">
          What moved
        </th>
        <th scope="col" className="hidden w-[38%] text-left font-normal md:table-cell">
          Where, note and source
        </th>
        <th scope="col" className="w-11">
          <span className="sr-only">What can be done</span>
        </th>
      </tr>
    </thead>
  );
}

function Table({ children }: { children: React.ReactNode }) {
  return (
    <table className="w-full border-collapse border-t border-line">
      <caption className="sr-only">Transactions, newest first</caption>
      <Head />
      <tbody>{children}</tbody>
    </table>
  );
}

/** A page of what is looked for, and the ways to the next and the one before. */
function Pages({ portfolio, choice }: PanelProps & { choice: FilterChoice }) {
  const { portfolio_id: portfolioId } = portfolio;
  /** What asked for the pages until this one; the first is asked for by nothing. */
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const query = useTransactionsQuery({
    ...{ portfolioId, ...filterOf(choice), limit: PAGE },
    cursor: cursors.at(-1),
  });
  return (
    <Loaded query={query} what="The transactions" height="h-96">
      {({ items, next }) => (
        <>
          {items.length === 0 ? (
            <p className="border-t border-line px-4 py-12 text-center text-muted">
              No transaction fits.
            </p>
          ) : (
            <div className={query.isFetching ? 'opacity-60 transition-opacity' : undefined}>
              <Table>
                {items.map((transaction) => (
                  <TransactionRow
                    key={transaction.transaction_id}
                    portfolio={portfolio}
                    transaction={transaction}
                  />
                ))}
              </Table>
            </div>
          )}
          {(cursors.length > 0 || next !== null) && (
            <nav
              aria-label="Pages of transactions"
              className="flex items-center justify-between gap-3 border-t border-line px-4 py-2.5"
            >
              <Button
                disabled={cursors.length === 0}
                onClick={() => setCursors(cursors.slice(0, -1))}
              >
                <ChevronLeft aria-hidden className="size-3.5" />
                Newer
              </Button>
              <span className="text-xs text-muted">Page {cursors.length + 1}</span>
              <Button
                disabled={next === null}
                onClick={() => next !== null && setCursors([...cursors, next])}
              >
                Older
                <ChevronRight aria-hidden className="size-3.5" />
              </Button>
            </nav>
          )}
        </>
      )}
    </Loaded>
  );
}

/** The one transaction that the address names. */
function OneTransaction({ portfolio, id }: PanelProps & { id: string }) {
  const query = useTransactionQuery({ portfolioId: portfolio.portfolio_id, transactionId: id });
  const { currentData, error } = query;
  return (
    <Panel aria-label="One transaction">
      <PanelHeader>
        <PanelTitle>One transaction</PanelTitle>
        <Button onClick={() => changeAddress({ transaction: null })}>Show all</Button>
      </PanelHeader>
      {currentData !== undefined && (
        <Table>
          <TransactionRow portfolio={portfolio} transaction={currentData} />
        </Table>
      )}
      {currentData === undefined && error !== undefined && (
        <QueryFailure title="It could not be loaded." query={query} />
      )}
      {currentData === undefined && error === undefined && <Skeleton className="m-4 h-12" />}
    </Panel>
  );
}

function Actions({ portfolio }: PanelProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="flex gap-2">
      <DownloadButton
        path={`portfolio/${portfolio.portfolio_id}/transactions.csv`}
        name={`${portfolio.name} transactions.csv`}
        what="all transactions"
      >
        CSV
      </DownloadButton>
      <Button variant="accent" onClick={() => setAdding(true)}>
        <Plus aria-hidden className="size-3.5" />
        Add
        <span className="-ml-1 max-sm:sr-only">a transaction</span>
      </Button>
      <EntryDialog
        open={isAdding}
        onClose={() => setAdding(false)}
        portfolio={portfolio}
        transaction={null}
      />
    </div>
  );
}

function AllTransactions({ portfolio }: PanelProps) {
  const [choice, setChoice] = useState(NO_FILTER);
  const { portfolio_id: portfolioId } = portfolio;
  const { currentData: any, isError } = useTransactionsQuery({ portfolioId, limit: PAGE });
  // Not before it is known whether there is any: what somebody opens meanwhile would be shut.
  if (any === undefined && !isError) return <Skeleton className="h-96 w-full rounded-xl" />;
  if (any?.items.length === 0 && !isFiltered(choice)) {
    return <FirstTransaction portfolio={portfolio} />;
  }
  return (
    <Panel aria-label="Transactions">
      <PanelHeader>
        <PanelTitle>Transactions</PanelTitle>
        <Actions portfolio={portfolio} />
      </PanelHeader>
      <div className="px-4 pb-4">
        <TransactionFilterBar choice={choice} onChange={setChoice} />
      </div>
      <Pages key={JSON.stringify(choice)} portfolio={portfolio} choice={choice} />
    </Panel>
  );
}

/** All transactions of a portfolio; `?transaction=` of the address names one to show. */
export function TransactionsPanel({ portfolio }: PanelProps) {
  const named = useAddressPart('transaction');
  if (named !== null) return <OneTransaction key={named} portfolio={portfolio} id={named} />;
  return <AllTransactions portfolio={portfolio} />;
}

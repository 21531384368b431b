'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSend, whyNot } from '../../../account/use-send.ts';
import { Confirm } from '../../../components/ui/confirm.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../components/ui/menu.tsx';
import { say } from '../../../components/ui/toasts.ts';
import { transactionsApi } from '../../../portfolio-api/transactions-api.ts';
import { momentText } from '../../figures/day-text.ts';
import { useReading } from '../../figures/reading.tsx';
import { EntryDialog } from '../entry/entry-dialog.tsx';
import { kindWords } from '../entry/kinds.ts';
import { valuesOf } from '../entry/read-back.ts';
import { MovementList, placesOf } from './movement-list.tsx';
import { sourceWords } from './source-words.ts';

interface TransactionRowProps {
  portfolio: Portfolio;
  transaction: Transaction;
}

function Actions({ portfolio, transaction }: TransactionRowProps) {
  const { locale } = useReading();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const remove = useSend(transactionsApi.endpoints.deleteTransaction);
  const name = `${kindWords(transaction)} of ${momentText(transaction.time, locale)}`;
  const isEditable = valuesOf(transaction) !== null;
  return (
    <>
      <Menu modal={false}>
        <MenuTrigger
          aria-label={`More for ${name}`}
          className="ml-auto flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-foreground"
        >
          <Ellipsis aria-hidden className="size-4" />
        </MenuTrigger>
        <MenuContent>
          <MenuItem disabled={!isEditable} onSelect={() => setOpen('edit')}>
            <Pencil aria-hidden className="size-4" />
            Change
          </MenuItem>
          <MenuItem onSelect={() => setOpen('delete')}>
            <Trash2 aria-hidden className="size-4" />
            Delete
          </MenuItem>
          {!isEditable && (
            <p className="max-w-56 px-2.5 pt-1 pb-1.5 text-xs text-muted">
              It was joined of several rows of a file, which no form holds. Delete it and add what
              you want in its place.
            </p>
          )}
        </MenuContent>
      </Menu>
      <EntryDialog
        open={open === 'edit'}
        onClose={() => setOpen(null)}
        portfolio={portfolio}
        transaction={transaction}
      />
      <Confirm
        open={open === 'delete'}
        onOpenChange={() => setOpen(null)}
        title="Delete this transaction?"
        action="Delete"
        acting="Deleting…"
        onConfirm={async () => {
          const { portfolio_id: portfolioId } = portfolio;
          const why = whyNot(await remove({ portfolioId, transaction }));
          if (why === null) say('The transaction is deleted.');
          return why;
        }}
      >
        {name}. It is gone for good, and every figure is computed anew.
        {transaction.source !== null && ' Importing its file again does not bring it back.'}
      </Confirm>
    </>
  );
}

function Aside({ transaction }: Pick<TransactionRowProps, 'transaction'>) {
  const lines = [placesOf(transaction), transaction.note ?? '', sourceWords(transaction) ?? ''];
  return lines
    .filter((line) => line !== '')
    .map((line) => (
      <span key={line} className="block break-words">
        {line}
      </span>
    ));
}

/** One transaction. On a phone what is beside it stands below its kind. */
export function TransactionRow({ portfolio, transaction }: TransactionRowProps) {
  const { locale } = useReading();
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-3 pr-2 pl-4 text-left font-normal">
        <span className="block font-medium">{kindWords(transaction)}</span>
        <time dateTime={transaction.time} className="block text-xs text-muted">
          {momentText(transaction.time, locale)}
        </time>
        <span className="mt-1 block text-xs text-muted md:hidden">
          <Aside transaction={transaction} />
        </span>
      </th>
      <td className="py-3 pr-1 md:pr-6">
        <MovementList movements={transaction.movements} />
      </td>
      <td className="hidden py-3 pr-2 text-xs text-muted md:table-cell">
        <Aside transaction={transaction} />
      </td>
      <td className="w-11 py-1.5 pr-1">
        <Actions portfolio={portfolio} transaction={transaction} />
      </td>
    </tr>
  );
}

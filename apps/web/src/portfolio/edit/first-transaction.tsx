'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { FileUp, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Panel } from '../../components/ui/panel.tsx';
import { changeAddress } from '../address.ts';
import { EntryDialog } from './entry/entry-dialog.tsx';

/** What a portfolio without transactions offers: to add one, or to import files. */
export function FirstTransaction({ portfolio }: { portfolio: Portfolio }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel aria-label="First steps" className="gap-5 p-5 sm:p-8">
      <div className="flex flex-col gap-1">
        <h2 className="text-base font-semibold tracking-tight">
          There is nothing in {portfolio.name} yet
        </h2>
        <p className="max-w-prose text-muted">
          Everything that is shown of a portfolio follows from its transactions: what it is worth,
          what it gained, and how each of these figures was computed.
        </p>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="flex flex-col items-start gap-2 rounded-lg border border-line p-4">
          <FileUp aria-hidden className="size-5 text-accent" />
          <h3 className="font-medium">Import files</h3>
          <p className="text-[0.8125rem] text-muted">
            Exports of Binance, Coinbase, Kraken and some fifty others, as they are. You see what is
            read before anything is put in, and can take it back.
          </p>
          <Button
            variant="accent"
            size="medium"
            className="mt-auto"
            onClick={() => changeAddress({ tab: 'import' })}
          >
            Import files
          </Button>
        </div>
        <div className="flex flex-col items-start gap-2 rounded-lg border border-line p-4">
          <PencilLine aria-hidden className="size-5 text-accent" />
          <h3 className="font-medium">Add one by hand</h3>
          <p className="text-[0.8125rem] text-muted">
            A purchase, a sale, a transfer, income: say what moved and when. The price of that day
            is looked up for you.
          </p>
          <Button size="medium" className="mt-auto" onClick={() => setAdding(true)}>
            Add a transaction
          </Button>
        </div>
      </div>
      <EntryDialog
        open={isAdding}
        onClose={() => setAdding(false)}
        portfolio={portfolio}
        transaction={null}
      />
    </Panel>
  );
}

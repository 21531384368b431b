'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { Import } from '@tidemark/contracts/portfolio-import';
import { Notice } from '../../../components/ui/notice.tsx';
import { AddressLink } from '../../address-link.tsx';
import { resultWords, TakeBack } from './import-list.tsx';
import { Progress } from './progress.tsx';

const LINK = 'rounded font-medium underline underline-offset-2 hover:text-accent';

/** What became of the import that was just begun. */
export function ImportResult({ portfolio, done }: { portfolio: Portfolio; done: Import }) {
  if (done.undone_at !== null) return null;
  if (done.state === 'working') {
    return (
      <div className="rounded-xl border border-line-strong bg-surface p-4">
        <Progress label="Importing" done={done.bytes_read} of={done.bytes} />
      </div>
    );
  }
  if (done.state === 'failed') {
    return (
      <Notice tone="notice" role="status">
        Nothing was put in. {done.reason}
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status">
      <p className="font-medium">{resultWords(done)}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <AddressLink to={{ tab: 'overview' }} className={LINK}>
          See what it is worth
        </AddressLink>
        <AddressLink to={{ tab: 'transactions' }} className={LINK}>
          Look at the transactions
        </AddressLink>
        <TakeBack portfolio={portfolio} done={done} />
      </div>
    </Notice>
  );
}

'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { useState } from 'react';
import { useSend, whyNot } from '../../../account/use-send.ts';
import { Field } from '../../../components/form/field.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { importsApi } from '../../../portfolio-api/imports-api.ts';
import { createRequestKeys } from '../entry/request-key.ts';
import { counted } from './counts.ts';
import { isByColumns } from './preset-words.ts';

interface CommitBarProps {
  portfolio: Portfolio;
  files: readonly StagedFile[];
  /** Files are on their way, or being read. */
  isWaiting: boolean;
  onBegun: (importId: string) => void;
}

function wordsOf(transactions: number, files: number): string {
  if (transactions === 0) return 'Nothing new to import';
  const what = counted(transactions, 'transaction');
  return files === 1 ? `Import ${what}` : `Import ${what} of ${files} files`;
}

/** Puts in all files that can be read, or nothing. */
export function CommitBar({ portfolio, files, isWaiting, onBegun }: CommitBarProps) {
  const ready = files.filter(({ state }) => state === 'ready');
  const [keyOf] = useState(createRequestKeys);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [keepAs, setKeepAs] = useState('');
  const commit = useSend(importsApi.endpoints.commitImport);
  const byColumns = ready.filter(({ preset }) => isByColumns(preset));
  const transactions = ready.reduce((sum, { taken }) => sum + taken, 0);
  const left = files.length - ready.length;

  async function put() {
    setBusy(true);
    const name = byColumns.length === 1 ? keepAs.trim() : '';
    const body = {
      file_ids: ready.map(({ file_id }) => file_id),
      ...(name !== '' && { keep_mapping_as: name }),
    };
    const { portfolio_id: portfolioId } = portfolio;
    const answer = await commit({ portfolioId, body, key: keyOf(body) });
    setBusy(false);
    setFailure(whyNot(answer));
    if (answer.data !== undefined) onBegun(answer.data.import_id);
  }
  if (ready.length === 0) return null;
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line-strong bg-surface p-4">
      {byColumns.length === 1 && (
        <div className="max-w-md">
          <Field
            name="keep_mapping_as"
            label="Keep what the columns are under a name (optional)"
            hint="Such as the venue’s: the next file of this kind begins with it."
            maxLength={100}
            autoComplete="off"
            value={keepAs}
            onChange={(event) => setKeepAs(event.currentTarget.value)}
          />
        </div>
      )}
      {failure !== null && (
        <p role="alert" className="text-[0.8125rem] text-down">
          Nothing was put in. {failure}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant="accent"
          size="medium"
          disabled={busy || isWaiting || transactions === 0}
          onClick={() => void put()}
        >
          {busy ? 'Importing…' : wordsOf(transactions, ready.length)}
        </Button>
        <p className="text-xs text-muted">
          {transactions === 0
            ? 'Every row is there already, or is none that can be put in.'
            : `All or nothing, and you can take it back.${left > 0 && !isWaiting ? ` ${counted(left, 'file')} that cannot be read ${left === 1 ? 'is' : 'are'} left out.` : ''}`}
        </p>
      </div>
    </div>
  );
}

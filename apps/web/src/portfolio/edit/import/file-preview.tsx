'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { useState } from 'react';
import { Button } from '../../../components/ui/button.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { formatCount } from '../../../format/compact.ts';
import { ColumnMapper } from './column-mapper.tsx';
import { counted, kindCounts } from './counts.ts';
import { MovedBalances } from './moved-balances.tsx';
import { isByColumns } from './preset-words.ts';
import { RefusedRows } from './refused-rows.tsx';
import { SampleTable } from './sample-table.tsx';
import { TimeZoneLine } from './time-zone-line.tsx';

interface FilePreviewProps {
  portfolio: Portfolio;
  file: StagedFile;
}

/** Where each row of the file ended up: the four are all of them. */
function RowCounts({ file }: { file: StagedFile }) {
  const { rows, taken, joined, ignored, refused_count } = file;
  const parts = [
    { label: 'are a transaction', count: taken },
    { label: 'belong to another row’s', count: joined },
    { label: 'are left out', count: ignored },
    { label: 'could not be read', count: refused_count, tone: 'text-down' },
  ];
  return (
    <div className="flex flex-col gap-2">
      <p className="text-[0.8125rem]">Of {counted(rows, 'row')}</p>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:grid-cols-4">
        {parts.map(({ label, count, tone }) => (
          <div key={label} className="flex flex-col-reverse bg-surface px-3 py-2">
            <dt className="text-xs text-muted">{label}</dt>
            <dd
              className={`figures text-base font-semibold ${count > 0 && tone !== undefined ? tone : ''}`}
            >
              {formatCount(count)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function IgnoredRows({ file }: { file: StagedFile }) {
  const reasons = Object.entries(file.ignored_because).toSorted(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded text-[0.8125rem] font-medium hover:text-accent">
        Why {counted(file.ignored, 'row is', 'rows are')} left out
      </summary>
      <ul className="mt-2 flex flex-col gap-1 text-[0.8125rem]">
        {reasons.map(([reason, count]) => (
          <li key={reason} className="flex gap-3">
            <span className="figures w-12 shrink-0 text-right text-muted">
              {formatCount(count)}
            </span>
            <span className="min-w-0 break-words">
              {reason === 'imported before' ? 'are in this portfolio already' : reason}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Columns({ portfolio, file }: FilePreviewProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-[0.8125rem]">
        {file.preset === 'mapped'
          ? 'It is read by the columns that you named.'
          : 'No venue is known that writes such files: what its columns are is told by their names.'}{' '}
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="rounded font-medium text-accent hover:underline"
        >
          {isOpen ? 'Hide the columns' : 'Look at the columns'}
        </button>
      </p>
      {isOpen && <ColumnMapper portfolio={portfolio} file={file} />}
    </div>
  );
}

/** What a file would put in, before it does. */
export function FilePreview({ portfolio, file }: FilePreviewProps) {
  const kinds = kindCounts(file.kinds);
  return (
    <div className="flex flex-col gap-4">
      {isByColumns(file.preset) && <Columns portfolio={portfolio} file={file} />}
      <RowCounts file={file} />
      {kinds.length > 0 && (
        <ul aria-label="Transactions by kind" className="flex flex-wrap gap-1.5">
          {kinds.map((words) => (
            <li key={words} className="rounded-md bg-raised px-2 py-0.5 text-xs font-medium">
              {words}
            </li>
          ))}
        </ul>
      )}
      <TimeZoneLine key={file.time_zone} portfolio={portfolio} file={file} />
      <RefusedRows file={file} />
      <SampleTable file={file} />
      <MovedBalances file={file} />
      <IgnoredRows file={file} />
    </div>
  );
}

/** A file of which no row can be read: why, and what can be tried. */
export function RefusedFile({ portfolio, file }: FilePreviewProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="notice">
        <p>No row of it can be read: {file.reason}.</p>
        {file.titles.length > 0 && !isOpen && (
          <Button className="mt-2" onClick={() => setOpen(true)}>
            Say what its columns are
          </Button>
        )}
      </Notice>
      {isOpen && <ColumnMapper portfolio={portfolio} file={file} />}
    </div>
  );
}

'use client';

import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { Download } from 'lucide-react';
import { Button } from '../../../components/ui/button.tsx';
import { saveFile } from '../../../api/save-file.ts';
import { counted } from './counts.ts';

const SHOWN = 8;

/** The refused rows as a CSV that a spreadsheet opens. */
export function refusedCsv(refused: StagedFile['refused']): string {
  const lines = refused.map(({ line, field, reason }) => [String(line), field, reason]);
  return [['line', 'field', 'reason'], ...lines]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

/** A text that a spreadsheet would take for a formula is kept from being one. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows that could not be read, with the reason of each. */
export function RefusedRows({ file }: { file: StagedFile }) {
  const { refused, refused_count: count, name } = file;
  if (count === 0) return null;
  const save = () =>
    saveFile(new Blob([refusedCsv(refused)], { type: 'text/csv' }), `${name} refused.csv`);
  return (
    <section aria-label="Refused rows" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-[0.8125rem] font-medium text-down">
          {counted(count, 'row')} could not be read
        </h3>
        <Button onClick={save}>
          <Download aria-hidden className="size-3.5" />
          Save {count > refused.length ? `the first ${refused.length}` : 'them'} as CSV
        </Button>
      </div>
      <ul className="divide-y divide-line rounded-lg border border-line text-[0.8125rem]">
        {refused.slice(0, SHOWN).map(({ line, field, reason }, index) => (
          <li key={index} className="flex gap-3 px-3 py-2">
            <span className="figures w-16 shrink-0 text-muted">line {line}</span>
            <span className="min-w-0 break-words">
              {field !== '' && <b className="font-medium">{field} </b>}
              {reason}
            </span>
          </li>
        ))}
      </ul>
      {count > SHOWN && (
        <p className="text-xs text-muted">and {counted(count - SHOWN, 'other')}.</p>
      )}
      <p className="text-xs text-muted">
        They are left out. The rest can be imported now; a mended file can follow, and adds only
        what is new.
      </p>
    </section>
  );
}

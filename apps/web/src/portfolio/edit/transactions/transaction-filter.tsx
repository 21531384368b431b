'use client';

import type { TransactionFilter } from '@tidemark/contracts/portfolio-transaction';
import { ChevronDown, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/ui/button.tsx';
import { KIND_OPTIONS, type Kind } from '../entry/kinds.ts';

/** What is looked for; dates are days of UTC such as `2026-03-01`. */
export interface FilterChoice {
  kind: Kind | '';
  asset: string;
  from: string;
  to: string;
}

export const NO_FILTER: FilterChoice = { kind: '', asset: '', from: '', to: '' };
const DAY_MS = 86_400_000;

export function isFiltered(choice: FilterChoice): boolean {
  return Object.values(choice).some((value) => value !== '');
}

/** The same as the API takes it: the last day is wholly within. */
export function filterOf({ kind, asset, from, to }: FilterChoice): TransactionFilter {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return {
    ...(kind !== '' && { kind }),
    ...(asset.trim() !== '' && { asset: asset.trim() }),
    ...(!Number.isNaN(start) && { from: start }),
    ...(!Number.isNaN(end) && { to: end + DAY_MS }),
  };
}

const CONTROL =
  'h-9 w-full min-w-0 rounded-md border border-field bg-background/60 px-2.5 text-base sm:text-[0.8125rem]';

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="text-xs text-muted">{label}</span>
      {children}
    </label>
  );
}

interface TransactionFilterBarProps {
  choice: FilterChoice;
  onChange: (choice: FilterChoice) => void;
}

/** Asset by its name, which is asked for when it is written to the end: with Enter, or on leaving the field. */
function AssetInput({ choice, onChange }: TransactionFilterBarProps) {
  const [text, setText] = useState(choice.asset);
  const ask = () => {
    if (text.trim() !== choice.asset) onChange({ ...choice, asset: text.trim() });
  };
  return (
    <input
      type="text"
      value={text}
      maxLength={64}
      placeholder="Any, such as BTC"
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onBlur={ask}
      onKeyDown={(event) => event.key === 'Enter' && ask()}
      className={CONTROL}
    />
  );
}

/** Which transactions are shown. */
export function TransactionFilterBar({ choice, onChange }: TransactionFilterBarProps) {
  const day = (name: 'from' | 'to', label: string) => (
    <Labelled label={label}>
      <input
        type="date"
        value={choice[name]}
        onChange={(event) => onChange({ ...choice, [name]: event.target.value })}
        className={CONTROL}
      />
    </Labelled>
  );
  return (
    <div
      role="search"
      aria-label="Transactions"
      className="flex flex-col gap-3 sm:flex-row sm:items-end"
    >
      <div className="grid min-w-0 flex-1 grid-cols-2 gap-3 lg:grid-cols-4">
        <Labelled label="Kind">
          <span className="relative">
            <select
              value={choice.kind}
              onChange={(event) => {
                const kind = KIND_OPTIONS.find(({ value }) => value === event.target.value);
                onChange({ ...choice, kind: kind?.value ?? '' });
              }}
              className={`${CONTROL} appearance-none pr-8`}
            >
              <option value="">Any</option>
              {KIND_OPTIONS.map(({ value, label }) => (
                <option key={value} value={value} className="bg-surface">
                  {label}
                </option>
              ))}
            </select>
            <ChevronDown
              aria-hidden
              className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
            />
          </span>
        </Labelled>
        <Labelled label="Asset">
          <AssetInput key={choice.asset} choice={choice} onChange={onChange} />
        </Labelled>
        {day('from', 'From')}
        {day('to', 'Until')}
      </div>
      {isFiltered(choice) && (
        <Button
          variant="ghost"
          className="h-9 self-start sm:self-auto"
          onClick={() => onChange(NO_FILTER)}
        >
          <X aria-hidden className="size-3.5" />
          Clear
        </Button>
      )}
    </div>
  );
}

'use client';

import { useState } from 'react';
import { LEAST_PERIOD, MOST_PERIOD, periodOf } from './indicator-choice.ts';

interface PeriodFieldProps {
  label: string;
  /** Bars. */
  period: number;
  onChange: (period: number) => void;
}

/** A number of bars. What is none stays in the field, marked, until it is left. */
export function PeriodField({ label, period, onChange }: PeriodFieldProps) {
  const [draft, setDraft] = useState(String(period));
  function take(text: string) {
    setDraft(text);
    const next = periodOf(text);
    if (next !== null && next !== period) onChange(next);
  }
  return (
    <input
      type="number"
      inputMode="numeric"
      min={LEAST_PERIOD}
      max={MOST_PERIOD}
      step={1}
      aria-label={label}
      aria-invalid={periodOf(draft) === null}
      value={draft}
      onChange={(event) => take(event.target.value)}
      onBlur={() => setDraft(String(period))}
      className="figures h-8 w-12 shrink-0 rounded-md border border-field bg-background/60 px-1.5 text-right text-base [appearance:textfield] aria-invalid:border-down sm:text-[0.8125rem] [&::-webkit-inner-spin-button]:appearance-none"
    />
  );
}

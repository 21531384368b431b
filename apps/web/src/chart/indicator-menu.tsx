'use client';

import { ChartSpline } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../components/ui/button.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '../components/ui/popover.tsx';
import { Switch } from '../components/ui/switch.tsx';
import {
  LEAST_PERIOD,
  MOST_PERIOD,
  OVERLAY_IDS,
  type AverageId,
  type IndicatorChoice,
  type OverlayId,
  chooseIndicators,
  useIndicatorChoice,
  periodOf,
} from './indicator-choice.ts';
import { LineSample } from './line-sample.tsx';

interface PeriodFieldProps {
  label: string;
  /** Bars. */
  period: number;
  onChange: (period: number) => void;
}

/** A number of bars. What is none stays in the field, marked, until it is left. */
function PeriodField({ label, period, onChange }: PeriodFieldProps) {
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

const SPAN = `${LEAST_PERIOD}–${MOST_PERIOD}`;
const WORDS: Record<OverlayId, { label: string; hint: string }> = {
  sma: { label: 'Simple average', hint: `SMA of ${SPAN} bars` },
  ema: { label: 'Exponential average', hint: `EMA of ${SPAN} bars` },
  bollinger: { label: 'Bollinger bands', hint: '20 bars, 2 deviations' },
  volatility: { label: 'Volatility', hint: '20 bars, in % of their average' },
};

function Period({ id, choice }: { id: AverageId; choice: IndicatorChoice }) {
  const { periods } = choice;
  return (
    <PeriodField
      label={`Bars of the ${id.toUpperCase()}`}
      period={periods[id]}
      onChange={(period) => chooseIndicators({ ...choice, periods: { ...periods, [id]: period } })}
    />
  );
}

function Row({ id, choice, aside }: { id: OverlayId; choice: IndicatorChoice; aside: ReactNode }) {
  const { label, hint } = WORDS[id];
  return (
    <li className="flex items-center gap-2.5">
      <LineSample id={id} />
      <div className="min-w-0 flex-1">
        <Switch
          label={label}
          hint={hint}
          aside={aside}
          checked={choice.on[id]}
          onChange={(on) => chooseIndicators({ ...choice, on: { ...choice.on, [id]: on } })}
        />
      </div>
    </li>
  );
}

/** A number field with the focus would open a phone's keyboard over the chart. */
function focusSwitch(event: Event): void {
  const menu = event.currentTarget;
  const first = menu instanceof Element ? menu.querySelector('[role="switch"]') : null;
  if (!(first instanceof HTMLElement)) return;
  event.preventDefault();
  first.focus();
}

/** Which indicators the chart shows, on asking. */
export function IndicatorMenu() {
  const choice = useIndicatorChoice();
  const asideOf = (id: OverlayId) =>
    id === 'sma' || id === 'ema' ? <Period id={id} choice={choice} /> : null;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" aria-label="Indicators" className="-mr-2 sm:mr-0">
          <ChartSpline aria-hidden className="size-4" />
          <span className="max-sm:hidden">Indicators</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Indicators" className="max-sm:p-3" onOpenAutoFocus={focusSwitch}>
        <ul className="flex flex-col gap-4">
          {OVERLAY_IDS.map((id) => (
            <Row key={id} id={id} choice={choice} aside={asideOf(id)} />
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}

'use client';

import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { CircleCheck, FlaskConical, Info, TriangleAlert } from 'lucide-react';
import { cn } from '../../components/ui/class-names.ts';
import { Money, MoneyGain, Percent, PercentGain } from '../figures/figure.tsx';
import { momentText } from '../figures/day-text.ts';
import { percentText } from '../figures/number-text.ts';
import { useReading } from '../figures/reading.tsx';
import { HowButton } from '../how/how-button.tsx';
import { FigureBox } from './figure-box.tsx';
import { pricedPart } from './priced-part.ts';
import { tellPriceQuality, type PriceQuality } from './price-quality.ts';
import { tellMoneyWeighted, tellTimeWeighted, type ToldReturn } from './returns.ts';

type WithPerformance = { performance: PortfolioPerformance };

const NO_PRICE = 'A price that it needs is not known.';
const NO_GAIN = 'A price that it needs is not known, or a transaction was not booked.';

const MARKS = { good: CircleCheck, quiet: Info, notice: TriangleAlert } as const;
const TONES = { good: 'text-muted', quiet: 'text-muted', notice: 'text-notice' } as const;

function QualityLine({ tone, text }: PriceQuality) {
  const Mark = text.startsWith('Simulated') ? FlaskConical : MARKS[tone];
  return (
    <li className={cn('flex items-start gap-1.5 text-xs', TONES[tone])}>
      <Mark aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 break-words">{text}</span>
    </li>
  );
}

/** What is known of the value: all of it, or that of what has a price. */
function KnownValue({ performance }: WithPerformance) {
  const { value: whole } = performance;
  const { value: part, count, of } = pricedPart(performance);
  const shown = whole === null && count > 0 ? part : whole;
  return (
    <>
      <p
        className="text-3xl leading-10 font-semibold tracking-[-0.025em] break-words"
        data-testid="total-value"
      >
        <Money amount={shown} reason={NO_PRICE} />
      </p>
      {whole === null && (
        <p className="text-xs text-notice">
          {count > 0 ? `Of the ${count} of ${of} assets that have a price. ` : ''}The value of all
          is not known.
        </p>
      )}
    </>
  );
}

function TotalValue({ performance }: WithPerformance) {
  const { locale } = useReading();
  const { value, today, as_of } = performance;
  return (
    <div className="flex min-w-0 flex-col gap-1 px-4 pt-3 pb-4 lg:w-80 lg:shrink-0">
      <h2 className="flex h-6 items-center gap-1 text-xs text-muted">
        {value === null ? 'Value of what has a price' : 'Total value'}
        <HowButton question={{ title: 'Total value', figure: 'value' }} />
      </h2>
      <KnownValue performance={performance} />
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm" data-testid="today">
        <MoneyGain amount={today.change} reason={NO_GAIN} />
        <PercentGain percent={today.percent} reason={NO_GAIN} />
        <span className="text-xs text-muted">today, since 00:00 UTC</span>
      </p>
      <ul aria-label="Quality of the prices" className="mt-1 flex flex-col gap-1">
        {tellPriceQuality(performance).map((quality) => (
          <QualityLine key={quality.text} {...quality} />
        ))}
      </ul>
      <p className="figures text-2xs text-muted">As of {momentText(as_of, locale)} UTC</p>
    </div>
  );
}

/** One rate, several, or none. */
function Rates({ told }: { told: ToldReturn }) {
  const { percents, span } = told;
  if (percents.length === 0) return <span className="text-muted">—</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {percents.map((percent, index) => (
        <PercentGain key={index} percent={percent} />
      ))}
      <span className="text-2xs font-normal tracking-normal text-muted">{span}</span>
    </span>
  );
}

function Returns({ performance }: WithPerformance) {
  const { locale } = useReading();
  const yearly = (percent: number) => percentText(percent, locale, 'exceptZero');
  const timed = tellTimeWeighted(performance.time_weighted, yearly);
  const weighted = tellMoneyWeighted(performance.money_weighted);
  return (
    <>
      <FigureBox
        name="Time-weighted return"
        how={{ title: 'Time-weighted return', figure: 'time_weighted' }}
        note={timed.note}
      >
        <Rates told={timed} />
      </FigureBox>
      <FigureBox
        name="Money-weighted return"
        how={{ title: 'Money-weighted return', figure: 'money_weighted' }}
        note={weighted.note}
      >
        <Rates told={weighted} />
      </FigureBox>
    </>
  );
}

function Gains({ performance }: WithPerformance) {
  const { gain, roi_percent, cost, realised, income, value } = performance;
  const why = value === null ? NO_PRICE : NO_GAIN;
  return (
    <>
      <FigureBox
        name="Gain or loss"
        how={{ title: 'Gain or loss on what is held', figure: 'unrealised' }}
        note={
          cost === null ? (
            NO_GAIN
          ) : (
            <>
              on a cost of <Money amount={cost} />
            </>
          )
        }
      >
        <MoneyGain amount={gain} reason={why} />
      </FigureBox>
      <FigureBox name="ROI" note="gain or loss of the cost">
        {roi_percent === null ? (
          <Percent percent={null} reason={why} />
        ) : (
          <PercentGain percent={roi_percent} />
        )}
      </FigureBox>
      <FigureBox
        name="Realised"
        how={{ title: 'Realised gains', figure: 'realised' }}
        note={realised === null ? NO_GAIN : 'gains of what was sold or spent'}
      >
        <MoneyGain amount={realised} reason={NO_GAIN} />
      </FigureBox>
      <FigureBox
        name="Income"
        how={{ title: 'Income', figure: 'income' }}
        note={income === null ? NO_PRICE : 'at its price when it came'}
      >
        <Money amount={income} reason={NO_PRICE} />
      </FigureBox>
    </>
  );
}

/** What a portfolio is worth, and what became of what was put in. */
export function WorthPanel({ performance }: WithPerformance) {
  return (
    <section
      aria-label="Worth"
      className="flex flex-col overflow-hidden rounded-xl border border-line bg-surface lg:flex-row"
    >
      <TotalValue performance={performance} />
      <dl className="grid min-w-0 flex-1 grid-cols-2 gap-px border-t border-line bg-line md:grid-cols-3 lg:border-t-0 lg:border-l">
        <Gains performance={performance} />
        <Returns performance={performance} />
      </dl>
    </section>
  );
}

'use client';

import type { ReactNode } from 'react';
import { cn } from '../../components/ui/class-names.ts';
import { MISSING } from '../../format/price.ts';
import {
  exactText,
  moneyText,
  percentText,
  quantityText,
  shareText,
  unitPriceText,
  type Sign,
} from './number-text.ts';
import { useReading } from './reading.tsx';

interface UnknownProps {
  /** Why, as a sentence. */
  reason?: string | undefined;
}

/** Stands where a figure is not known: never a zero. */
export function Unknown({ reason = 'Not known.' }: UnknownProps) {
  return (
    <span title={reason} className="text-muted">
      <span aria-hidden>{MISSING}</span>
      <span className="sr-only">{reason}</span>
    </span>
  );
}

/** Stands where a figure is not to be seen by others. */
export function Hidden() {
  return (
    <span className="text-muted">
      <span aria-hidden>•••</span>
      <span className="sr-only">hidden</span>
    </span>
  );
}

interface FigureProps extends UnknownProps {
  /** A decimal; null: not known. */
  amount: string | null;
  sign?: Sign;
  className?: string;
}

function Text({
  className,
  title,
  children,
}: {
  className?: string | undefined;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={cn('figures', className)} title={title}>
      {children}
    </span>
  );
}

/** Money of somebody's own. */
export function Money({ amount, reason, sign, className }: FigureProps) {
  const reading = useReading();
  if (reading.isHidden) return <Hidden />;
  if (amount === null) return <Unknown reason={reason} />;
  return <Text className={className}>{moneyText(amount, reading, sign)}</Text>;
}

/** How much of an asset somebody has; all its digits are in its title. */
export function Quantity({ amount, asset, sign, className }: FigureProps & { asset?: string }) {
  const { locale, isHidden } = useReading();
  if (isHidden) return <Hidden />;
  if (amount === null) return <Unknown />;
  const exact = exactText(amount, locale);
  return (
    <Text
      className={cn('max-md:break-all max-md:whitespace-normal', className)}
      title={asset === undefined ? exact : `${exact} ${asset}`}
    >
      {quantityText(amount, locale, sign)}
      {asset !== undefined && <span className="text-muted"> {asset}</span>}
    </Text>
  );
}

/** What one unit costs on the market, which is no secret. */
export function UnitPrice({ amount, reason, className }: FigureProps) {
  const reading = useReading();
  if (amount === null) return <Unknown reason={reason} />;
  return <Text className={className}>{unitPriceText(amount, reading)}</Text>;
}

/** What one unit cost somebody. */
export function OwnUnitPrice(props: FigureProps) {
  return useReading().isHidden ? <Hidden /> : <UnitPrice {...props} />;
}

interface PercentProps extends UnknownProps {
  percent: number | null;
  sign?: Sign;
  /** Part of a whole: what is there is never `0.00%`. */
  isShare?: boolean;
  className?: string;
}

export function Percent({ percent, reason, sign, isShare = false, className }: PercentProps) {
  const { locale } = useReading();
  if (percent === null) return <Unknown reason={reason} />;
  const text = isShare ? shareText(percent, locale) : percentText(percent, locale, sign);
  return <Text className={className}>{text}</Text>;
}

const TONES = { up: 'text-up', down: 'text-down', flat: '' } as const;

function directionOf(value: number | null): keyof typeof TONES {
  if (value === null || value === 0) return 'flat';
  return value > 0 ? 'up' : 'down';
}

/** Money that was won or lost: its sign and colour say which. */
export function MoneyGain({ amount, className, ...props }: FigureProps) {
  const tone = TONES[directionOf(amount === null ? null : Number(amount))];
  return <Money amount={amount} sign="exceptZero" className={cn(tone, className)} {...props} />;
}

/** The same in percent. */
export function PercentGain({ percent, className, ...props }: PercentProps) {
  const tone = TONES[directionOf(percent)];
  return <Percent percent={percent} sign="exceptZero" className={cn(tone, className)} {...props} />;
}

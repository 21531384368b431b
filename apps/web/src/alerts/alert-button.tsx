'use client';

import { BellPlus } from 'lucide-react';
import { cn } from '../components/ui/class-names.ts';
import { useAlertAtPrice } from './alert-at-price.tsx';

interface AlertButtonProps {
  coinId: string;
  /** What the coin is called. */
  name: string;
  className?: string;
}

/** A bell that stands where a coin's price is shown: it opens the form for an alert at that price. */
export function AlertButton({ coinId, name, className }: AlertButtonProps) {
  const { isWaiting, open, dialog } = useAlertAtPrice(coinId);
  return (
    <>
      <button
        type="button"
        aria-label={`Alert at this price of ${name}`}
        title="Alert at this price"
        aria-disabled={isWaiting}
        onClick={open}
        className={cn(
          'flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-raised hover:text-foreground',
          className,
        )}
      >
        <BellPlus aria-hidden className="size-4" />
      </button>
      {dialog}
    </>
  );
}

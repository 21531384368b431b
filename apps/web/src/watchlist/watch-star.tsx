'use client';

import { Star } from 'lucide-react';
import { cn } from '../components/ui/class-names.ts';
import { useStar } from './use-star.ts';

interface WatchStarProps {
  coinId: string;
  /** What the coin is called. */
  name: string;
  /** 0 or -1 where a table decides what the Tab key reaches. */
  tabIndex?: number;
  className?: string;
}

/** A star that stands where a coin is shown: pressed, the coin is in the first watchlist. */
export function WatchStar({ coinId, name, tabIndex, className }: WatchStarProps) {
  const { isOn, isWaiting, toggle } = useStar(coinId, name);
  return (
    <button
      type="button"
      data-star
      aria-label={`Watch ${name}`}
      aria-pressed={isOn}
      aria-disabled={isWaiting}
      tabIndex={tabIndex}
      onClick={(event) => {
        // The row around it has a click of its own.
        event.stopPropagation();
        if (!isWaiting) toggle();
      }}
      className={cn(
        'flex size-8 shrink-0 items-center justify-center rounded-md transition-colors hover:bg-raised',
        isOn ? 'text-notice' : 'text-muted hover:text-foreground',
        className,
      )}
    >
      <Star aria-hidden className={cn('size-4', isOn && 'fill-current')} />
    </button>
  );
}

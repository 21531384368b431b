'use client';

import { useEffect, useRef } from 'react';
import { cn } from '../components/ui/class-names.ts';
import { formatPrice } from '../format/price.ts';

const FLASH_MS = 900;

function flash(element: HTMLElement, went: 'up' | 'down'): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const color = getComputedStyle(element).getPropertyValue(`--${went}-soft`);
  element.animate([{ backgroundColor: color }, { backgroundColor: 'transparent' }], {
    duration: FLASH_MS,
    easing: 'ease-out',
  });
}

interface LivePriceProps {
  price: number | null | undefined;
  label?: string;
  /** It is not fresh: shown pale. */
  stale?: boolean;
  className?: string;
}

/** A price whose ground lights up for a moment, green or red, when it moves. */
export function LivePrice({ price, label, stale = false, className }: LivePriceProps) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef<number | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = price ?? null;
    if (stale || element.current === null || known === null || price == null || price === known)
      return;
    flash(element.current, price > known ? 'up' : 'down');
  }, [price, stale]);
  return (
    <span
      ref={element}
      title={label}
      data-testid="live-price"
      className={cn('figures -mx-1 inline-block rounded px-1', stale && 'text-muted', className)}
    >
      {formatPrice(price)}
    </span>
  );
}

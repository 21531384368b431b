'use client';

import { Eye, EyeOff } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { hideAmounts, useHiddenAmounts } from './hidden-amounts.ts';

/** Hides money and quantities from whoever looks over the shoulder; kept for this browser. */
export function HideSwitch() {
  const isHidden = useHiddenAmounts();
  const Icon = isHidden ? EyeOff : Eye;
  return (
    <Button
      aria-pressed={isHidden}
      aria-label="Hide amounts"
      title={isHidden ? 'Show amounts' : 'Hide amounts: percentages stay'}
      onClick={() => hideAmounts(!isHidden)}
      className="aria-pressed:border-accent aria-pressed:text-accent"
    >
      <Icon aria-hidden className="size-4" />
      <span className="max-sm:hidden">Hide amounts</span>
    </Button>
  );
}

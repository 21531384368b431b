'use client';

import { Search } from 'lucide-react';
import { useState } from 'react';
import { SuggestInput } from '../components/ui/suggest-input.tsx';
import { cn } from '../components/ui/class-names.ts';
import { useCoinsQuery } from '../market/market-api.ts';
import { matchesSearch } from '../market/market-order.ts';

const MOST = 8;

interface CoinPickerProps {
  /** What is done with the coin, such as `Choose a coin`. */
  label: string;
  without?: (coinId: string) => boolean;
  onChoose: (coinId: string) => void;
  className?: string;
}

/** Finds a coin by its name or ticker; the line is empty again then. */
export function CoinPicker({ label, without, onChoose, className }: CoinPickerProps) {
  const [text, setText] = useState('');
  const { data: coins = [] } = useCoinsQuery(undefined);
  const suggestions = coins
    .filter((coin) => matchesSearch(coin, text) && without?.(coin.coin_id) !== true)
    .slice(0, MOST)
    .map((coin) => ({ value: coin.coin_id, label: coin.name, detail: coin.symbol }));
  return (
    <label className={cn('relative flex w-40 items-center', className)}>
      <span className="sr-only">{label}</span>
      <Search aria-hidden className="absolute left-2.5 size-3.5 text-muted" />
      <SuggestInput
        text={text}
        onText={setText}
        suggestions={suggestions}
        none={`No other coin matches “${text.trim()}”.`}
        placeholder={label}
        onChoose={(coinId) => {
          setText('');
          onChoose(coinId);
        }}
        className="h-8 w-full min-w-0 rounded-md border border-field bg-background/60 pr-2 pl-8 text-base placeholder:text-[0.8125rem] placeholder:text-muted sm:text-[0.8125rem]"
      />
    </label>
  );
}

'use client';

import { Search } from 'lucide-react';
import { useState } from 'react';
import { SuggestInput } from '../components/ui/suggest-input.tsx';
import { matchesSearch } from '../market/market-order.ts';
import { useCoinsQuery } from '../market/market-api.ts';

const MOST = 8;

interface AddCoinProps {
  /** Coins that are there already. */
  without: (coinId: string) => boolean;
  onAdd: (coinId: string) => void;
}

/** Finds a coin by its name or ticker and adds it; the line is empty for the next one then. */
export function AddCoin({ without, onAdd }: AddCoinProps) {
  const [text, setText] = useState('');
  const { data: coins = [] } = useCoinsQuery(undefined);
  const suggestions = coins
    .filter((coin) => matchesSearch(coin, text) && !without(coin.coin_id))
    .slice(0, MOST)
    .map((coin) => ({ value: coin.coin_id, label: coin.name, detail: coin.symbol }));
  return (
    <label className="relative flex w-full items-center sm:w-64">
      <span className="sr-only">Add a coin</span>
      <Search aria-hidden className="absolute left-3 size-4 text-muted" />
      <SuggestInput
        text={text}
        onText={setText}
        suggestions={suggestions}
        none={`No other coin matches “${text.trim()}”.`}
        placeholder="Add a coin"
        onChoose={(coinId) => {
          setText('');
          onAdd(coinId);
        }}
        className="h-10 w-full rounded-md border border-field bg-background/60 pr-3 pl-9 text-base placeholder:text-muted sm:text-sm"
      />
    </label>
  );
}

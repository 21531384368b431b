'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import type { MAX_ALERT_COINS } from '@tidemark/contracts/alert';
import { FieldFrame, INPUT, useField } from '../../components/form/field.tsx';
import { SuggestInput } from '../../components/ui/suggest-input.tsx';
import { matchesSearch } from '../../market/market-order.ts';
import { useCoinsQuery } from '../../market/market-api.ts';
import { useCoinName } from '../../sentiment/coin-names.ts';
import { Check } from './check.tsx';

const MOST: typeof MAX_ALERT_COINS = 50;
const SUGGESTED = 8;

interface CoinsFieldProps {
  coins: readonly string[];
  every: boolean;
  onChange: (change: { coins?: readonly string[]; everyCoin?: boolean }) => void;
}

/** Coins that are watched: some, found by name or ticker, or each that is followed. */
export function CoinsField({ coins, every, onChange }: CoinsFieldProps) {
  const [text, setText] = useState('');
  const { data: known = [] } = useCoinsQuery(undefined);
  const { frame, input } = useField({ name: 'coins' });
  const suggestions = known
    .filter((coin) => matchesSearch(coin, text) && !coins.includes(coin.coin_id))
    .slice(0, SUGGESTED)
    .map((coin) => ({ value: coin.coin_id, label: coin.name, detail: coin.symbol }));
  return (
    <FieldFrame label="Coins" {...frame}>
      {!every && coins.length > 0 && (
        <Chosen
          coins={coins}
          onRemove={(coin) => onChange({ coins: coins.filter((other) => other !== coin) })}
        />
      )}
      <SuggestInput
        {...input}
        className={INPUT}
        disabled={every || coins.length >= MOST}
        placeholder={coins.length === 0 ? 'Name or ticker' : 'Another one'}
        text={every ? 'Every coin that is followed' : text}
        onText={setText}
        suggestions={suggestions}
        none={`No other coin matches “${text.trim()}”.`}
        onChoose={(coin) => {
          setText('');
          onChange({ coins: [...coins, coin] });
        }}
      />
      <Check
        label="Every coin that is followed"
        checked={every}
        onChange={(everyCoin) => onChange({ everyCoin })}
      />
    </FieldFrame>
  );
}

function Chosen(props: { coins: readonly string[]; onRemove: (coinId: string) => void }) {
  const nameOf = useCoinName();
  return (
    <ul aria-label="Chosen coins" className="flex flex-wrap gap-1.5">
      {props.coins.map((coin) => (
        <li
          key={coin}
          className="flex items-center gap-1 rounded-md bg-raised py-0.5 pr-0.5 pl-2 text-[0.8125rem]"
        >
          {nameOf(coin)}
          <button
            type="button"
            aria-label={`Without ${nameOf(coin)}`}
            onClick={() => props.onRemove(coin)}
            className="flex size-7 items-center justify-center rounded text-muted hover:text-foreground"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}

'use client';

import { FieldFrame, INPUT, useField } from '../../../components/form/field.tsx';
import { SuggestInput } from '../../../components/ui/suggest-input.tsx';
import { matchesSearch } from '../../../market/market-order.ts';
import { useCoinsQuery } from '../../../market/market-api.ts';

const MOST = 8;

interface AssetFieldProps {
  name: string;
  label: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
  /** Only money: its codes are suggested in place of coins. */
  money?: readonly string[];
}

/** Names an asset: a coin that is found by its name, or whatever else a venue calls it. */
export function AssetField({ name, label, hint, text, onText, money }: AssetFieldProps) {
  const { frame, input } = useField({ name, hint });
  const { data: coins = [] } = useCoinsQuery(undefined);
  const wanted = text.trim().toLowerCase();
  const suggestions =
    money !== undefined
      ? money
          .filter((code) => code.toLowerCase().startsWith(wanted))
          .map((code) => ({ value: code, label: code }))
      : coins
          .filter((coin) => matchesSearch(coin, text))
          .map((coin) => ({ value: coin.symbol, label: coin.name, detail: coin.symbol }));
  return (
    <FieldFrame label={label} {...frame}>
      <SuggestInput
        {...input}
        className={INPUT}
        maxLength={64}
        autoCapitalize="none"
        placeholder={money === undefined ? 'Name or ticker' : 'EUR'}
        text={text}
        onText={onText}
        onChoose={onText}
        suggestions={suggestions.slice(0, MOST)}
      />
    </FieldFrame>
  );
}

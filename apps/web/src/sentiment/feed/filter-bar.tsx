'use client';

import type { NewsSource, SentimentLabel } from '@tidemark/contracts/news';
import { Button } from '../../components/ui/button.tsx';
import { useCoinsQuery } from '../../market/market-api.ts';
import { Choose } from '../../components/ui/choose.tsx';
import { changeAddress } from '../address.ts';
import { useCoinName } from '../coin-names.ts';
import { languageName } from '../source-words.ts';
import { isNarrowed, type FeedFilters } from './feed-filters.ts';

const ANY = '';
const LABELS: readonly { value: SentimentLabel | typeof ANY; label: string }[] = [
  { value: ANY, label: 'any' },
  { value: 'positive', label: '▲ good' },
  { value: 'neutral', label: '● neutral' },
  { value: 'negative', label: '▼ bad' },
];

/** What the value of a list says of the address. */
const orNull = (value: string) => (value === ANY ? null : value);

interface FilterBarProps {
  filters: FeedFilters;
  /** Those that can be chosen. */
  sources: readonly NewsSource[];
  /** One of them is always chosen. */
  oneSource?: boolean;
}

/** What of the news is shown; kept in the address. */
export function FilterBar({ filters, sources, oneSource = false }: FilterBarProps) {
  const { data: coins = [] } = useCoinsQuery(undefined);
  const nameOf = useCoinName();
  const ids = new Set([
    ...(filters.coin === null ? [] : [filters.coin]),
    ...coins.map((c) => c.coin_id),
  ]);
  const languages = new Set(
    ['en', ...sources.map(({ language }) => language), filters.language].filter(
      (one) => one !== null,
    ),
  );
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2 px-4 pb-3 sm:flex sm:flex-wrap">
      <Choose
        label="Coin"
        value={filters.coin ?? ANY}
        options={[
          { value: ANY, label: 'all' },
          ...[...ids].map((id) => ({ value: id, label: nameOf(id) })),
        ]}
        onChange={(coin) => changeAddress(coin === ANY ? { about: 'all' } : { coin, about: null })}
      />
      <Choose
        label="Label"
        value={filters.label ?? ANY}
        options={LABELS}
        onChange={(label) => changeAddress({ label: orNull(label) })}
      />
      <Choose
        label="Source"
        value={filters.source ?? ANY}
        options={[
          ...(oneSource ? [] : [{ value: ANY, label: 'all' }]),
          ...sources.map(({ source_id, name }) => ({ value: source_id, label: name })),
        ]}
        onChange={(source) => changeAddress({ source: orNull(source) })}
      />
      <Choose
        label="Language"
        value={filters.language ?? ANY}
        options={[
          { value: ANY, label: 'all' },
          ...[...languages].map((code) => ({ value: code, label: languageName(code) })),
        ]}
        onChange={(language) => changeAddress({ language: orNull(language) })}
      />
      {isNarrowed(filters) && (
        <Button
          variant="ghost"
          onClick={() => changeAddress({ label: null, source: null, language: null })}
        >
          Clear
        </Button>
      )}
    </div>
  );
}

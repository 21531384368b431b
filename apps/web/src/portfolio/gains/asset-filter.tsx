'use client';

import { changeAddress } from '../address.ts';
import { useBalancesQuery } from '../../portfolio-api/valuation-api.ts';
import { Choose } from '../../components/ui/choose.tsx';

const ALL = '';

interface AssetFilterProps {
  portfolioId: string;
  /** Undefined: all. */
  asset: string | undefined;
}

/** One asset alone, of all that the portfolio ever had. */
export function AssetFilter({ portfolioId, asset }: AssetFilterProps) {
  const { data } = useBalancesQuery({ portfolioId, zeros: 'true' });
  const known = data?.balances.map((balance) => balance.asset) ?? [];
  const assets = asset === undefined || known.includes(asset) ? known : [...known, asset];
  return (
    <Choose
      label="Asset"
      options={[
        { value: ALL, label: 'All' },
        ...assets.map((each) => ({ value: each, label: each })),
      ]}
      value={asset ?? ALL}
      onChange={(value) => changeAddress({ asset: value === ALL ? null : value })}
    />
  );
}

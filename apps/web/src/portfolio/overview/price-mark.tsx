import type { AssetPrice } from '@tidemark/contracts/portfolio-value';
import { Badge } from '../../components/ui/badge.tsx';

const WORDS = {
  degraded: {
    text: 'Degraded',
    tone: 'notice',
    title: 'Fewer venues than usual, or they disagree',
  },
  stale: { text: 'Stale', tone: 'down', title: 'No fresh price is known: this is the last one' },
  simulated: { text: 'Sim', tone: 'quiet', title: 'Simulated: generated, not real' },
} as const;

/** Says where a price is from and how fresh, when it is anything but good and of the market. */
export function PriceMark({ price: { quality, source } }: { price: AssetPrice }) {
  const words = quality === 'good' ? null : WORDS[quality];
  if (words === null && source !== 'manual') return null;
  return (
    <span className="flex gap-1">
      {source === 'manual' && <Badge title="Given by hand">By hand</Badge>}
      {words !== null && (
        <Badge tone={words.tone} title={words.title}>
          {words.text}
        </Badge>
      )}
    </span>
  );
}

import type { PriceTick } from '@tidemark/contracts/price';
import { Badge } from '../components/ui/badge.tsx';

const WORDS = {
  degraded: {
    text: 'Degraded',
    tone: 'notice',
    title: 'Fewer exchanges than usual, or they disagree',
  },
  stale: { text: 'Stale', tone: 'down', title: 'No exchange has a fresh price' },
} as const;

/** Says where a price is from and how fresh it is, when it is anything but real and live. */
export function QualityBadge({ tick }: { tick: PriceTick | undefined }) {
  if (tick === undefined) return null;
  const words = tick.quality === 'live' ? null : WORDS[tick.quality];
  return (
    <>
      {tick.simulated && (
        <Badge tone="quiet" title="Simulated: generated, not real">
          · Sim
        </Badge>
      )}
      {words && (
        <Badge tone={words.tone} title={words.title}>
          {words.text}
        </Badge>
      )}
    </>
  );
}

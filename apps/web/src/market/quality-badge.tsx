import type { PriceTick } from '@tidemark/contracts/price';
import { Badge } from '../components/ui/badge.tsx';

const WORDS = {
  degraded: {
    text: 'Degraded',
    tone: 'notice',
    title: 'Fewer exchanges than usual, or they disagree',
  },
  stale: { text: 'Stale', tone: 'down', title: 'No fresh price is known: this is the last one' },
} as const;

interface QualityBadgeProps {
  tick: PriceTick | undefined;
  /** See `isStale`. */
  stale: boolean;
}

/** Says where a price is from and how fresh it is, when it is anything but real and live. */
export function QualityBadge({ tick, stale }: QualityBadgeProps) {
  if (tick === undefined) return null;
  const quality = stale ? 'stale' : tick.quality;
  const words = quality === 'live' ? null : WORDS[quality];
  return (
    <>
      {tick.simulated && (
        // Where there is room for one of them the banner says the rest.
        <Badge
          tone="quiet"
          title="Simulated: generated, not real"
          className={words === null ? undefined : 'max-sm:sr-only'}
        >
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

/** Where there is room for no more: that a price is stale. */
export function StaleBadge() {
  return (
    <Badge tone={WORDS.stale.tone} title={WORDS.stale.title}>
      {WORDS.stale.text}
    </Badge>
  );
}

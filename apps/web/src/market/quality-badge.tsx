import type { PriceQuality } from '@tidemark/contracts/price';
import { Badge } from '../components/ui/badge.tsx';

const WORDS = {
  simulated: { text: '· Sim', tone: 'quiet', title: 'Simulated: generated, not real' },
  degraded: {
    text: 'Degraded',
    tone: 'notice',
    title: 'Fewer exchanges than usual, or they disagree',
  },
  stale: { text: 'Stale', tone: 'down', title: 'No exchange has a fresh price' },
} as const;

/** Says how good a price is, when it is anything but live. */
export function QualityBadge({ quality }: { quality: PriceQuality | undefined }) {
  if (quality === undefined || quality === 'live') return null;
  const { text, tone, title } = WORDS[quality];
  return (
    <Badge tone={tone} title={title}>
      {text}
    </Badge>
  );
}

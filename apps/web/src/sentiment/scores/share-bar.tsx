import type { Sentiment } from '@tidemark/contracts/sentiment';
import { cn } from '../../components/ui/class-names.ts';
import { wholePercent, type Tone } from './score-words.ts';
import { TONE_FILL, ToneGlyph } from './tone-mark.tsx';

type Shares = Pick<Sentiment, 'positive_pct' | 'neutral_pct' | 'negative_pct'>;

/** Good, neutral and bad news as parts of a whole; nothing where there is none. */
export function ShareBar({ shares, withWords = false }: { shares: Shares; withWords?: boolean }) {
  const { positive_pct, neutral_pct, negative_pct } = shares;
  const parts: readonly (readonly [Tone, string, number | null])[] = [
    ['bad', 'bad', negative_pct],
    ['neutral', 'neutral', neutral_pct],
    ['good', 'good', positive_pct],
  ];
  const isKnown = positive_pct !== null;
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <span aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full bg-raised">
        {isKnown &&
          parts.map(([tone, , share]) => (
            <span
              key={tone}
              className={cn('h-full', TONE_FILL[tone])}
              style={{ width: `${share ?? 0}%` }}
            />
          ))}
      </span>
      {withWords && isKnown && (
        <span className="flex justify-between gap-2 text-xs text-muted">
          {parts.map(([tone, word, share]) => (
            <span key={tone} className="figures">
              <ToneGlyph tone={tone} /> {wholePercent(share)} {word}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

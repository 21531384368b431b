import { cn } from '../../components/ui/class-names.ts';
import { toneOf } from './score-words.ts';
import { TONE_FILL } from './tone-mark.tsx';

/** A score as a bar from the middle: to the right what is good, to the left what is bad. Null: an empty one. */
export function ScoreBar({ score, className }: { score: number | null; className?: string }) {
  const known = score ?? 0;
  return (
    <span
      aria-hidden
      className={cn('relative block h-2 w-full min-w-16 rounded-full bg-raised', className)}
    >
      <span
        className={cn(
          'absolute inset-y-0',
          known >= 0 ? 'left-1/2 rounded-r-full' : 'right-1/2 rounded-l-full',
          TONE_FILL[toneOf(known)],
        )}
        style={{ width: `${Math.min(1, Math.abs(known)) * 50}%` }}
      />
      <span className="absolute -inset-y-0.5 left-1/2 w-px bg-field" />
    </span>
  );
}

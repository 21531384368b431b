import { cn } from '../../components/ui/class-names.ts';
import { toneOf } from './score-words.ts';
import { TONE_FILL } from './tone-mark.tsx';

/** Where a score is between all bad and all good. */
export function ScoreScale({ score }: { score: number | null }) {
  return (
    <div aria-hidden className="flex flex-col gap-1.5">
      <div className="relative h-3">
        <div className="absolute inset-x-0 top-1 grid h-1 grid-cols-4 gap-0.5">
          <span className="rounded-l-full bg-down/70" />
          <span className="bg-down/30" />
          <span className="bg-up/30" />
          <span className="rounded-r-full bg-up/70" />
        </div>
        {score !== null && (
          <span
            className={cn(
              'absolute top-0 size-3 -translate-x-1/2 rounded-full ring-2 ring-surface transition-[left]',
              TONE_FILL[toneOf(score)],
            )}
            style={{ left: `clamp(0.375rem, ${((score + 1) / 2) * 100}%, calc(100% - 0.375rem))` }}
          />
        )}
      </div>
      <div className="flex justify-between text-2xs text-muted">
        <span>−1 all bad</span>
        <span>0</span>
        <span>+1 all good</span>
      </div>
    </div>
  );
}

import { cn } from '../components/ui/class-names.ts';
import { directionOf, formatPercentSize } from '../format/percent.ts';

const GLYPHS = { up: '▲', down: '▼', flat: '' } as const;
const TONES = { up: 'text-up', down: 'text-down', flat: 'text-muted' } as const;
const WORDS = { up: 'up ', down: 'down ', flat: '' } as const;

/** A change in percent: arrow and colour tell the direction, and a word tells it to screen readers. */
export function Change({
  percent,
  stale = false,
  className,
}: {
  percent: number | null | undefined;
  /** It is of a price that is not fresh: shown without colour. */
  stale?: boolean;
  className?: string;
}) {
  const direction = directionOf(percent) ?? 'flat';
  return (
    <span
      className={cn(
        'figures inline-flex items-baseline gap-1',
        TONES[stale ? 'flat' : direction],
        className,
      )}
    >
      <span aria-hidden className="w-[0.8em] text-center text-[0.7em]">
        {GLYPHS[direction]}
      </span>
      <span className="sr-only">{WORDS[direction]}</span>
      {formatPercentSize(percent)}
    </span>
  );
}

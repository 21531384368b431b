import type { Tone } from './score-words.ts';
import { cn } from '../../components/ui/class-names.ts';

export const TONE_TEXT: Record<Tone, string> = {
  good: 'text-up',
  bad: 'text-down',
  neutral: 'text-muted',
};
export const TONE_FILL: Record<Tone, string> = {
  good: 'bg-up',
  bad: 'bg-down',
  neutral: 'bg-band',
};
const GLYPHS: Record<Tone, string> = { good: '▲', bad: '▼', neutral: '●' };

/** A tone by its shape: the colour is not needed to tell them apart. */
export function ToneGlyph({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <span aria-hidden className={cn('inline-block text-[0.7em]', TONE_TEXT[tone], className)}>
      {GLYPHS[tone]}
    </span>
  );
}

import type { OverlayId } from './indicator-choice.ts';

const TONES: Record<OverlayId, string> = {
  sma: 'text-sma',
  ema: 'text-ema',
  bollinger: 'text-band',
  volatility: 'text-volatility',
};
const THICK = { stroke: 'currentColor', strokeWidth: 2 };

function Strokes({ id }: { id: OverlayId }) {
  if (id === 'bollinger') {
    return (
      <>
        <rect width="16" height="8" y="1" fill="currentColor" opacity="0.2" />
        <path d="M0 1.5h16M0 8.5h16" stroke="currentColor" />
      </>
    );
  }
  return <path d="M0 5h16" {...THICK} strokeDasharray={id === 'ema' ? '4 2' : undefined} />;
}

/** How an overlay is drawn, beside its name. */
export function LineSample({ id }: { id: OverlayId }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 10"
      preserveAspectRatio="xMinYMid slice"
      className={`h-2.5 w-3 shrink-0 sm:w-4 ${TONES[id]}`}
    >
      <Strokes id={id} />
    </svg>
  );
}

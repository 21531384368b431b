import type { UTCTimestamp } from 'lightweight-charts';

/** A time of ours, epoch ms, as the drawing counts it. */
export const seconds = (time: number) => (time / 1000) as UTCTimestamp;

/** Names of the measures from new data to the frame that shows it; their detail tells the points. */
export const DRAW_MEASURE = 'tidemark:chart-draw';
export const OVERLAY_MEASURE = 'tidemark:overlay-draw';

/** Notes how long a drawing took, from `start` to the next frame; the last of each name is kept. */
export function measureDraw(name: string, start: number, points: number): void {
  requestAnimationFrame(() => {
    performance.clearMeasures(name);
    performance.measure(name, { start, end: performance.now(), detail: { points } });
  });
}

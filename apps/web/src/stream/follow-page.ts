import type { TidemarkStream } from '@tidemark/client/stream';

/** A page hidden this long gives its line back; shown again, it reconnects at once. */
const HIDDEN_LIMIT_MS = 60_000;

interface Following {
  /** How long a page may be hidden and keep its line, ms. */
  hiddenLimitMs?: number;
  /** Called once the line is paused for want of a network. */
  onOffline?: () => void;
}

/** Opens a line and ties it to the page: paused while that is hidden for long, or offline. Returns what ends it. */
export function followPage(
  stream: TidemarkStream,
  { hiddenLimitMs = HIDDEN_LIMIT_MS, onOffline }: Following = {},
): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  let hidden: number | undefined;
  function onVisibility() {
    window.clearTimeout(hidden);
    if (document.hidden) hidden = window.setTimeout(() => stream.pause(), hiddenLimitMs);
    else if (navigator.onLine) stream.connect();
  }
  document.addEventListener('visibilitychange', onVisibility, { signal });
  window.addEventListener(
    'offline',
    () => {
      stream.pause();
      onOffline?.();
    },
    { signal },
  );
  window.addEventListener('online', () => stream.connect(), { signal });
  stream.connect();
  return () => {
    window.clearTimeout(hidden);
    ends.abort();
    stream.pause();
  };
}

/** What the server says of itself at a moment. Sizes in MB (10^6 bytes). */
export interface Sample {
  /** Minutes since the load began. */
  minute: number;
  rss: number;
  /** The main thread's heap; those of the database's and the simulator's threads are in `rss` alone. */
  heap: number;
  /** Buffers outside the heap. */
  external: number;
  /** Since the sample before, ms. */
  lagP99: number;
  /** Runs of trade ids that are missing now. */
  holes: number;
  /** WebSocket messages received since the load began, by all clients. */
  messages: number;
}

const MB = 1e6;

/** Reads a sample from the server's `/metrics`. */
export async function takeSample(
  url: string,
  at: Pick<Sample, 'minute' | 'messages'>,
): Promise<Sample> {
  const response = await fetch(`${url}/metrics`);
  const total = sums(await response.text());
  return {
    ...at,
    rss: total('process_resident_memory_bytes') / MB,
    heap: total('nodejs_heap_size_used_bytes') / MB,
    external: total('nodejs_external_memory_bytes') / MB,
    lagP99: total('nodejs_eventloop_lag_p99_seconds') * 1000,
    holes: total('tidemark_feed_holes'),
  };
}

/**
 * The sum of a metric over its labels, in Prometheus' text format.
 * @throws Error when the metric is not there
 */
function sums(text: string): (name: string) => number {
  return (name) => {
    const lines = text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'));
    const values = [...lines].map(([, value]) => Number(value));
    if (values.length === 0) throw new Error(`/metrics does not tell ${name}`);
    return values.reduce((a, b) => a + b);
  };
}

const COLUMNS = ['minute', 'rss', 'heap', 'external', 'lagP99', 'holes', 'messages'] as const;

export const CSV_HEAD = 'minute,rss_mb,heap_mb,external_mb,lag_p99_ms,holes,ws_messages\n';

export function csvLine(sample: Sample): string {
  return `${COLUMNS.map((name) => Number(sample[name].toFixed(3))).join(',')}\n`;
}

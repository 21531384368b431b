/** How long things may take, in milliseconds. */
export interface UpstreamTimings {
  /** Between two looks at the replicas' addresses and readiness. */
  pollMs: number;
  /** For a replica to say that it is ready. */
  probeMs: number;
  /** For a connection to be made. */
  connectMs: number;
  /** How long a request waits for a replica where none is ready, as while the only one restarts. */
  patienceMs: number;
  /** From a request's arrival to the first byte of its answer, and then between two pieces of its body. */
  answerMs: number;
  /** For an answer to be read to its end by whoever asked. */
  readMs: number;
}

export const DEFAULT_TIMINGS: UpstreamTimings = {
  pollMs: 500,
  probeMs: 2_000,
  connectMs: 2_000,
  patienceMs: 3_000,
  answerMs: 15_000,
  readMs: 120_000,
};

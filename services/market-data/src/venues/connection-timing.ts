/** The durations that a connection lives by, in milliseconds. */
export interface ConnectionTiming {
  handshakeTimeoutMs: number;
  /** No trade and no quote for so long: the connection is given up. Heartbeats and pongs do not count. */
  stallAfterMs: number;
  /** How often we ping; no sign of life from one ping to the next means a half-open connection. */
  pingEveryMs: number;
  backoffBaseMs: number;
  backoffCapMs: number;
  /** Data for so long makes earlier failures forgotten. */
  stableAfterMs: number;
  /** Age at which the next connection is opened; Infinity: never. */
  rollOverAfterMs: number;
  /** How long both connections are read, counted from the next one's first data. */
  overlapMs: number;
  /** What a server that does not answer our close gets before the socket is cut. */
  closeTimeoutMs: number;
}

export const DEFAULT_TIMING: Readonly<ConnectionTiming> = {
  handshakeTimeoutMs: 10_000,
  stallAfterMs: 30_000,
  pingEveryMs: 15_000,
  backoffBaseMs: 500,
  backoffCapMs: 30_000,
  stableAfterMs: 10_000,
  rollOverAfterMs: Infinity,
  overlapMs: 5_000,
  closeTimeoutMs: 1_000,
};

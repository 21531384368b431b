/** Bounds of a stream. Times in milliseconds, sizes in bytes. */
export interface StreamLimits {
  /** Connections of one stream; more are refused with 503. */
  maxConnections: number;
  /** Largest message a client may send. */
  maxMessageBytes: number;
  /** Messages a client may send at once, and how many a second it earns back. */
  messageBurst: number;
  messagesPerSecond: number;
  /** Ping and heartbeat. */
  heartbeatMs: number;
  /** Closed after this long without a pong or a message. */
  idleMs: number;
  /** A reader with more than this unsent is slow: it gets the latest value per key. */
  slowBytes: number;
  /** Closed when slow for this long without a break, or with more than `tooSlowBytes` unsent. */
  tooSlowMs: number;
  tooSlowBytes: number;
  /** How long a peer has to answer a close before its socket is cut. */
  closeMs: number;
}

export const DEFAULT_LIMITS: StreamLimits = {
  maxConnections: 10_000,
  maxMessageBytes: 4096,
  messageBurst: 20,
  messagesPerSecond: 5,
  heartbeatMs: 30_000,
  idleMs: 90_000,
  slowBytes: 256 * 1024,
  tooSlowMs: 30_000,
  tooSlowBytes: 2 * 1024 * 1024,
  closeMs: 2_000,
};

/** Times, milliseconds, and sizes of the connections to a server. */
export interface PostgresSettings {
  /** Connections at most. */
  poolSize: number;
  /** How long making a connection may take, or waiting for one that is free. */
  connectMs: number;
  /** For how long a server that has gone away is tried again before a caller is told. */
  patienceMs: number;
  /** The server gives a statement up after this time; 0 for never. */
  statementMs: number;
  /** A statement that has no answer after this time ran on a dead connection. */
  answerMs: number;
  /** The server ends a transaction in which nothing happens for this long. */
  idleTransactionMs: number;
}

export const DEFAULT_SETTINGS: Readonly<PostgresSettings> = {
  poolSize: 10,
  connectMs: 5_000,
  patienceMs: 5_000,
  statementMs: 10_000,
  answerMs: 12_000,
  idleTransactionMs: 15_000,
};

/** For migrations, which have one connection and may build an index of a large table. */
export function migrationSettings(settings: PostgresSettings): PostgresSettings {
  const TEN_MINUTES = 600_000;
  return { ...settings, poolSize: 1, statementMs: 0, answerMs: TEN_MINUTES };
}

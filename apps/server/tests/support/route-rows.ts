import type { Person } from './person.ts';

/** What a row's requests are made of. */
export interface Scene {
  /** Whose things the requests are about; new for each row that may change them. */
  owner: Person;
  /** Signs the owner in once more, beside the session that asks; its id. */
  otherSession(): Promise<string>;
  /** The owner's API key. */
  keyId: string;
}

export interface Row {
  /** Statuses in the order of CREDENTIALS. */
  statuses: readonly number[];
  request(scene: Scene): RowRequest | Promise<RowRequest>;
}

export interface RowRequest {
  path: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/**
 * - `expired`, `forged`, `unsigned`: the owner's token an hour after its end, under another key, and with `alg: none`.
 * - `other`: somebody else with an account.
 * - `owner`: whose things they are. Comes last: it may end what the others ask with.
 * - `revoked`: a token whose session has ended.
 * - `reading key`, `writing key`: the owner's API keys of scope `read` and `read_write`.
 */
export const CREDENTIALS = [
  'none',
  'expired',
  'forged',
  'unsigned',
  'revoked',
  'reading key',
  'writing key',
  'other',
  'admin',
  'owner',
] as const;
export type CredentialKind = (typeof CREDENTIALS)[number];

export function row(statuses: string, request: Row['request'] | string): Row {
  return {
    statuses: statuses.trim().split(/\s+/).map(Number),
    request: typeof request === 'string' ? () => ({ path: request }) : request,
  };
}

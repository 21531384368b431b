import type { Kysely } from 'kysely';
import { readVapidKeys } from '../channels/vapid-keys.ts';
import type { AlertTables } from '../tables.ts';
import { createSenders, type Senders, type SendersParts } from '../delivery/senders.ts';
import type { VapidKeys } from '../delivery/vapid.ts';

interface Parts extends Omit<SendersParts, 'vapid'> {
  db: Kysely<AlertTables>;
  /** 32 bytes that the keys of push messages are encrypted with. */
  key: Buffer;
  /** `mailto:` or `https:`, by which a push service reaches whoever runs this. */
  subject: string;
}

/** Senders that are opened with the first message: their keys are in the database, which may be away at the start. */
export class OpenedSenders implements Senders {
  readonly #parts: Parts;
  #keys: Promise<VapidKeys> | null = null;
  #senders: Senders | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The public key that browsers subscribe with, base64url. */
  async pushKey(): Promise<string> {
    return (await this.#vapid()).publicKey;
  }

  async send(...asked: Parameters<Senders['send']>) {
    const keys = await this.#vapid();
    const { subject } = this.#parts;
    this.#senders ??= createSenders({ ...this.#parts, vapid: { ...keys, subject } });
    return this.#senders.send(...asked);
  }

  async close(): Promise<void> {
    await this.#senders?.close();
  }

  /** What failed is tried again by the next one who asks. */
  #vapid(): Promise<VapidKeys> {
    this.#keys ??= readVapidKeys(this.#parts.db, this.#parts.key).catch((error: unknown) => {
      this.#keys = null;
      throw error;
    });
    return this.#keys;
  }
}

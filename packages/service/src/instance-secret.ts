import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** The secret of one Tidemark, which what the database must not tell is encrypted with. It is never used itself. */
export class InstanceSecret {
  readonly #text: string;

  /** @param text at least 32 characters that nobody can guess */
  constructor(text: string) {
    this.#text = text;
  }

  /** A key of 32 bytes for one purpose, the same in every process; another purpose has another key (HKDF, RFC 5869). */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#text, 'tidemark', purpose, KEY_BYTES));
  }
}

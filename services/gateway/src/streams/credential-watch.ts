import type { Clock } from '@tidemark/clock/clock';
import type { Holder } from '@tidemark/contracts/credential';
import { CLOSE_CODES } from '@tidemark/contracts/stream';
import type { Closing } from '@tidemark/live-stream/connection';
import type { Caller } from '../auth/callers.ts';
import type { Holders, Question } from '../auth/holders.ts';

const LOOK_EVERY_MS = 500;
/** Where nobody can say whether a credential still holds, what it opened is closed after this. */
const DOUBT_MS = 30_000;

const SIGNED_OUT: Closing = { code: CLOSE_CODES.SIGNED_OUT, reason: 'signed out' };
const DOUBTFUL: Closing = {
  code: CLOSE_CODES.GOING_AWAY,
  reason: 'your sign-in cannot be checked now; connect again',
};

export interface CredentialWatchOptions {
  holders: Holders;
  clock: Clock;
}

interface Watched {
  question: Question;
  userId: string | null;
  closers: Set<(closing: Closing) => void>;
  /** When it was last known to hold, monotonic ms. */
  heldAt: number;
  asking: boolean;
}

/**
 * Closes what was opened with a credential once it holds no longer. All that is open is looked up at once, twice a second;
 * of connections with the same credential, once.
 */
export class CredentialWatch {
  readonly #options: CredentialWatchOptions;
  readonly #watched = new Map<string, Watched>();
  #looking = false;
  #stop: () => void = () => undefined;

  constructor(options: CredentialWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stop = this.#options.clock.every(LOOK_EVERY_MS, () => void this.#look());
  }

  stop(): void {
    this.#stop();
  }

  /** Has `close` called once the caller's credential ends. The returned function stops watching. */
  watch({ question, identity }: Caller, close: (closing: Closing) => void): () => void {
    const watched = this.#watched.get(question.key) ?? {
      question,
      userId: identity.userId,
      closers: new Set(),
      heldAt: this.#options.clock.monotonic(),
      asking: false,
    };
    this.#watched.set(question.key, watched);
    watched.closers.add(close);
    return () => {
      watched.closers.delete(close);
      if (watched.closers.size === 0) this.#watched.delete(question.key);
    };
  }

  /** A look that takes longer than the pause to the next one is not overtaken. */
  async #look(): Promise<void> {
    if (this.#looking || this.#watched.size === 0) return;
    this.#looking = true;
    try {
      const all = [...this.#watched.values()];
      const kept = await this.#options.holders.keptOf(all.map(({ question }) => question));
      for (const [i, watched] of all.entries()) {
        const known = kept[i];
        if (known) this.#judge(watched, known.holder);
        else void this.#ask(watched);
      }
    } finally {
      this.#looking = false;
    }
  }

  /** One that takes long to answer holds up no other. */
  async #ask(watched: Watched): Promise<void> {
    if (watched.asking) return;
    watched.asking = true;
    try {
      this.#judge(watched, await this.#options.holders.holderOf(watched.question));
    } catch {
      const doubtedFor = this.#options.clock.monotonic() - watched.heldAt;
      if (doubtedFor >= DOUBT_MS) end(watched, DOUBTFUL);
    } finally {
      watched.asking = false;
    }
  }

  #judge(watched: Watched, holder: Holder | null): void {
    if (holder?.user_id === watched.userId) watched.heldAt = this.#options.clock.monotonic();
    else end(watched, SIGNED_OUT);
  }
}

function end({ closers }: Watched, closing: Closing): void {
  for (const close of [...closers]) close(closing);
}

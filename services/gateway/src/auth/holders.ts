import type { Cache } from '@tidemark/cache/cache';
import {
  CREDENTIAL_PATH,
  CredentialAnswerSchema,
  HOLDER_KEPT_MS,
  HOLDER_VERSION,
  type Credential,
  type Holder,
} from '@tidemark/contracts/credential';
import { TidemarkError } from '@tidemark/contracts/errors';
import { Compile } from 'typebox/compile';
import type { AskService } from '@tidemark/service-calls/ask-service';

/** A credential, and the cache key under which the answer about it is kept. */
export interface Question {
  readonly key: string;
  readonly credential: Credential;
}

interface Kept {
  holder: Holder | null;
}

const answer = Compile(CredentialAnswerSchema);

/**
 * Whom a credential stands for now: as the cache has it, else as the users service says, which is kept for 10 s. The end
 * of a credential is written into the cache over any answer, so it holds at once in every gateway. That one stands for
 * nobody is not kept: whoever makes them up would fill the cache with it. ADR 0011.
 */
export class Holders {
  readonly #cache: Cache;
  readonly #askService: AskService;
  /** Equal questions at the same time are asked once. */
  readonly #finding = new Map<string, Promise<Holder | null>>();

  constructor({ cache, ask }: { cache: Cache; ask: AskService }) {
    this.#cache = cache;
    this.#askService = ask;
  }

  /**
   * Null: it stands for nobody, or no longer.
   * @throws TidemarkError UPSTREAM_UNAVAILABLE or NOT_READY when that cannot be found out
   */
  holderOf(question: Question): Promise<Holder | null> {
    const finding = this.#finding.get(question.key);
    if (finding) return finding;
    const found = this.#find(question);
    this.#finding.set(question.key, found);
    return found;
  }

  /** What the cache has of several, with one look; undefined where it has nothing. */
  keptOf(questions: readonly Question[]): Promise<({ holder: Holder | null } | undefined)[]> {
    return this.#cache.getMany<Kept>(questions.map(({ key }) => key));
  }

  /** Whom a credential stands for whose answer nobody keeps. Throws as `holderOf` does. */
  async ask(credential: Credential): Promise<Holder | null> {
    const { status, body } = await this.#askService({
      service: 'users',
      method: 'POST',
      path: CREDENTIAL_PATH,
      body: credential,
    });
    const data: unknown = status === 200 ? (body as { data?: unknown } | null)?.data : undefined;
    if (answer.Check(data)) return data.holder;
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'Sign-ins cannot be checked now. Try again.');
  }

  async #find(question: Question): Promise<Holder | null> {
    try {
      const kept = await this.#cache.get<Kept>(question.key);
      return kept ? kept.holder : await this.#askAndKeep(question);
    } finally {
      this.#finding.delete(question.key);
    }
  }

  /** What was told meanwhile by another, such as that the session has ended, counts for more than this answer. */
  async #askAndKeep({ key, credential }: Question): Promise<Holder | null> {
    const holder = await this.ask(credential);
    if (!holder) return null;
    if (await this.#cache.setIfNewer(key, { holder }, HOLDER_VERSION, HOLDER_KEPT_MS))
      return holder;
    const kept = await this.#cache.get<Kept>(key);
    return kept ? kept.holder : holder;
  }
}

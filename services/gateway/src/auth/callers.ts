import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { apiKeyKey, sessionKey, type Holder } from '@tidemark/contracts/credential';
import type { Identity } from '@tidemark/service/identity/identity';
import type { AccessTokens } from './access-tokens.ts';
import { shownBy } from './bearer.ts';
import { type CountGuess, invalidCredential } from './guesses.ts';
import type { Holders, Question } from './holders.ts';
import { RecentMap } from './recent-map.ts';

/** Somebody who showed a credential that holds. */
export interface Caller {
  readonly identity: Identity;
  /** How to find out later whether it still does. */
  readonly question: Question;
}

/** Credentials that were good here, by digest; the least recently used is counted again. */
const MAX_PROVEN = 10_000;

/** Finds out who asks. */
export class Callers {
  readonly #tokens: AccessTokens;
  readonly #holders: Holders;
  readonly #proven = new RecentMap<string, true>(MAX_PROVEN);

  constructor(tokens: AccessTokens, holders: Holders) {
    this.#tokens = tokens;
    this.#holders = holders;
  }

  /**
   * Whoever the header `Authorization` stands for; null where there is none.
   * @throws TidemarkError UNAUTHORIZED when it does not hold, UPSTREAM_UNAVAILABLE or NOT_READY when that cannot be
   *   found out, and what `countGuess` throws
   */
  async byHeader(
    request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>,
    countGuess: CountGuess,
  ): Promise<Caller | null> {
    const shown = shownBy(request);
    if (!shown) return null;
    if (shown.kind === 'access_token') return this.#byToken(shown.value);
    return this.byApiKey(shown.value, countGuess);
  }

  /** Whoever an API key belongs to. Throws as `byHeader` does. */
  async byApiKey(key: string, countGuess: CountGuess): Promise<Caller> {
    const credential = { kind: 'api_key', key } as const;
    const digest = hash('sha256', key);
    const question = { key: apiKeyKey(digest), credential };
    const holder = await this.#prove(digest, countGuess, () => this.#holders.holderOf(question));
    if (!holder || holder.session_id !== null) throw invalidCredential();
    return { identity: identityOf(holder), question };
  }

  /** Whoever a session belongs to. Throws as `byHeader` does. */
  async bySession(sessionId: string, userId: string): Promise<Caller> {
    const question = sessionQuestion(sessionId);
    const holder = await this.#holders.holderOf(question);
    if (holder?.user_id !== userId || holder.session_id !== sessionId) throw invalidCredential();
    return { identity: identityOf(holder), question };
  }

  /** Whoever a refresh token belongs to. Throws as `byHeader` does. */
  async byRefreshToken(refreshToken: string, countGuess: CountGuess): Promise<Caller> {
    const credential = { kind: 'refresh_token', refresh_token: refreshToken } as const;
    const digest = hash('sha256', refreshToken);
    const holder = await this.#prove(digest, countGuess, () => this.#holders.ask(credential));
    if (!holder || holder.session_id === null) throw invalidCredential();
    return { identity: identityOf(holder), question: sessionQuestion(holder.session_id) };
  }

  async #prove(
    digest: string,
    countGuess: CountGuess,
    find: () => Promise<Holder | null>,
  ): Promise<Holder | null> {
    if (!this.#proven.get(digest)) await countGuess();
    const holder = await find();
    if (holder) this.#proven.set(digest, true);
    else this.#proven.delete(digest);
    return holder;
  }

  async #byToken(token: string): Promise<Caller> {
    const { userId, sessionId } = this.#tokens.known(token) ?? (await this.#tokens.check(token));
    return this.bySession(sessionId, userId);
  }
}

function sessionQuestion(sessionId: string): Question {
  return {
    key: sessionKey(sessionId),
    credential: { kind: 'session', session_id: sessionId },
  };
}

/** What somebody may do is the holder's, so that a role that was changed holds at once. */
function identityOf({ user_id, role, scope, session_id }: Holder): Identity {
  return { userId: user_id, role, sessionId: session_id, scope };
}

import type { SignedIn } from '@tidemark/contracts/session';

const WITHIN_MS = 3_000;
/** A password is checked slowly on purpose: a sign-in is tried this seldom, ms. */
const SIGN_IN_EVERY_MS = 2_000;
const PASSWORD = 'a tide of chaos';

interface Gateway {
  name: string;
  url: string;
}

let count = 0;

/**
 * A session that is refreshed only after a fault, and somebody who signs in all the while. They are two: the fiftieth
 * session of an account ends its first.
 */
export class Account {
  readonly #gateways: readonly Gateway[];
  /** Who signs in all the while. */
  readonly #username: string;
  /** Of the session that began before the fault. */
  #session: SignedIn;
  readonly #refused = new Map<string, string>();
  #turn = 0;
  #triedAt = 0;

  private constructor(gateways: readonly Gateway[], username: string, session: SignedIn) {
    this.#gateways = gateways;
    this.#username = username;
    this.#session = session;
  }

  static async register(gateways: readonly Gateway[]): Promise<Account> {
    const [gateway] = gateways;
    if (!gateway) throw new RangeError('a set without a gateway');
    const number = (count += 1);
    const username = `comes-${number}`;
    await register(gateway, username);
    return new Account(gateways, username, await register(gateway, `stays-${number}`));
  }

  /** Tries to sign in at the gateways in turn; those where it did not work when last tried, in words. */
  async refusals(): Promise<string> {
    const now = Date.now();
    const gateway = this.#gateways[this.#turn % this.#gateways.length];
    if (gateway && now - this.#triedAt >= SIGN_IN_EVERY_MS) {
      this.#triedAt = now;
      this.#turn += 1;
      const { status } = await post(gateway, 'login', {
        username: this.#username,
        password: PASSWORD,
      });
      if (status === 200) this.#refused.delete(gateway.name);
      else this.#refused.set(gateway.name, `${gateway.name}: ${status}`);
    }
    return [...this.#refused.values()].join(', ');
  }

  /** Goes on with the session from before the fault at each gateway; where that does not work, in words. */
  async lost(): Promise<string[]> {
    const lost: string[] = [];
    for (const gateway of this.#gateways) {
      const { status, data } = await post(gateway, 'refresh', {
        refresh_token: this.#session.refresh_token,
      });
      if (data) this.#session = data;
      else lost.push(`${gateway.name} answers a refresh with ${status}`);
      const known = await fetch(`${gateway.url}/api/users/me`, {
        headers: { authorization: `Bearer ${this.#session.access_token}` },
      });
      if (known.status !== 200)
        lost.push(`${gateway.name} does not know the token: ${known.status}`);
    }
    return lost;
  }
}

async function register(gateway: Gateway, username: string): Promise<SignedIn> {
  const email = `${username}@tidemark.test`;
  const { data } = await post(gateway, 'register', { username, email, password: PASSWORD });
  if (!data) throw new Error(`${gateway.name} registers nobody`);
  return data;
}

/** A status of 0: no answer. */
async function post(
  { url }: Gateway,
  what: string,
  body: object,
): Promise<{ status: number; data: SignedIn | null }> {
  try {
    const answer = await fetch(`${url}/api/users/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    const { data } = (await answer.json()) as { data: SignedIn };
    return { status: answer.status, data: answer.ok ? data : null };
  } catch {
    return { status: 0, data: null };
  }
}

import type { SignedIn } from '@tidemark/contracts/session';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { ask, type Answer } from './client.ts';

/** A browser at an origin: it keeps cookies, sends them back, and says where its requests come from. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #origin: URL;

  constructor(app: FastifyInstance, origin = 'http://localhost:8000') {
    this.#app = app;
    this.#origin = new URL(origin);
  }

  /** What pages read of the session. */
  get csrf(): string | undefined {
    return this.jar.get('__Host-tidemark_csrf') ?? this.jar.get('tidemark_csrf');
  }

  async post<T = SignedIn>(
    url: string,
    body?: object,
    headers: NonNullable<InjectOptions['headers']> = {},
  ): Promise<Answer<T>> {
    const { origin, host, protocol } = this.#origin;
    const answer = await ask<T>(this.#app, 'POST', url, {
      headers: { origin, host, 'x-forwarded-proto': protocol.replace(':', ''), ...headers },
      cookies: Object.fromEntries(this.jar),
      ...(body && { body }),
    });
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }

  refresh(csrf = this.csrf): Promise<Answer<SignedIn>> {
    return this.post(
      '/api/users/refresh',
      undefined,
      csrf === undefined ? {} : { 'x-csrf-token': csrf },
    );
  }

  logout(csrf = this.csrf): Promise<Answer<null>> {
    return this.post(
      '/api/users/logout',
      undefined,
      csrf === undefined ? {} : { 'x-csrf-token': csrf },
    );
  }
}

import type { SignedIn } from '@tidemark/contracts/session';
import type { User } from '@tidemark/contracts/user';
import type { ApiError } from '../../api/api-error.ts';
import type { TabChannel, TabMessage } from './tab-channel.ts';
import { SessionKeeper } from './session-keeper.ts';
import type { RefreshAnswer } from './session-server.ts';
import type { SessionState } from './session-slice.ts';
import { UnderWayMark } from './under-way-mark.ts';

export const ADA: User = {
  user_id: '7e9a7e9e-0f49-4a9c-9f0e-1a7c0c4f7b11',
  username: 'ada',
  email: 'ada@example.org',
  role: 'user',
  is_active: true,
  two_factor_enabled: false,
  created_at: '2026-11-20T10:00:00.000Z',
};

/** For how long the server gives an answer again that may have been lost, ms. */
const GRACE_MS = 30_000;

interface Timer {
  at: number;
  callback: () => void;
}

/**
 * A browser with one cookie jar, one storage and one lock for all of its tabs, in front of a server whose rotation is
 * strict: a refresh with a CSRF value that was used before ends the session, but for half a minute in which the answer is
 * given again.
 */
export class FakeBrowser {
  now = 1_800_000_000_000;
  cookie: string | null = null;
  /** What the server does with the next requests; `later` holds the answer back until it is called. */
  server: 'answers' | 'is away' | 'is busy' | 'answers later' | 'loses the answer' = 'answers';
  /** How long tabs take to hear each other, ms. */
  channelMs = 0;
  readonly stored = new Map<string, string>();
  readonly refreshes: string[] = [];
  #generation = 0;
  #ended = false;
  /** A refresh that was done and whose cookies never came. */
  #lost: { csrf: string; at: number } | null = null;
  #drawn = 0;
  readonly #timers = new Set<Timer>();
  readonly #tabs = new Set<(message: TabMessage) => void>();
  #turn: Promise<unknown> = Promise.resolve();
  #held: (() => void)[] = [];

  /** The browser has a session already. */
  signIn(): SignedIn {
    this.#generation += 1;
    this.cookie = `csrf-${this.#generation}-${'x'.repeat(20)}`;
    return {
      user_id: ADA.user_id,
      access_token: `token-${this.#generation}`,
      token_type: 'Bearer',
      expires_in: 900,
      csrf_token: this.cookie,
      user: ADA,
    };
  }

  /** The session is ended from elsewhere. */
  endElsewhere(): void {
    this.#ended = true;
  }

  /** Lets go of the answers that were held back. */
  answer(): void {
    for (const go of this.#held.splice(0)) go();
  }

  openTab() {
    const states: SessionState[] = [];
    const keeper = new SessionKeeper({
      server: {
        refresh: (csrf) => this.#refresh(csrf),
        logout: () => this.#logout(),
      },
      csrf: { read: () => this.cookie, drop: () => void (this.cookie = null) },
      mark: this.mark(),
      tabs: this.#channel(),
      oneOfAllTabs: (task) => this.#inTurn(task),
      now: () => this.now,
      random: () => this.#random(),
      setTimer: (callback, ms) => this.#setTimer(callback, ms),
      clearTimer: (timer) => void this.#timers.delete(timer as Timer),
    });
    const state = () => states.at(-1);
    return { keeper, states, state, start: () => keeper.start((next) => states.push(next)) };
  }

  mark(): UnderWayMark {
    const { stored } = this;
    return new UnderWayMark(
      {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
        removeItem: (key) => void stored.delete(key),
      },
      () => this.now,
    );
  }

  /** Lets time pass, timers fire, and what waits go on. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await settle();
    for (;;) {
      const [due] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (due === undefined) break;
      this.#timers.delete(due);
      this.now = Math.max(this.now, due.at);
      due.callback();
      await settle();
    }
    this.now = end;
  }

  /** From 0 to 1, evenly, the same in every run: multiples of the golden ratio. */
  #random(): number {
    this.#drawn += 1;
    return 1 - ((this.#drawn * 0.618_033_988_75) % 1);
  }

  async #refresh(csrf: string): Promise<RefreshAnswer> {
    this.refreshes.push(csrf);
    const { server } = this;
    if (server === 'answers later') await new Promise<void>((go) => this.#held.push(go));
    if (server === 'is away') return { kind: 'unreachable', retryAfterMs: null };
    if (server === 'is busy') return { kind: 'unreachable', retryAfterMs: 20_000 };
    if (csrf !== this.cookie) this.#ended = true;
    if (this.#lost?.csrf === csrf && this.now - this.#lost.at >= GRACE_MS) this.#ended = true;
    if (this.#ended) return { kind: 'refused' };
    if (server === 'loses the answer') {
      this.#lost ??= { csrf, at: this.now };
      return { kind: 'unreachable', retryAfterMs: null };
    }
    return { kind: 'granted', signedIn: this.signIn() };
  }

  async #logout(): Promise<ApiError | null> {
    if (this.server !== 'is away') return null;
    return { status: null, code: null, message: 'Away.', details: [], retryAfterMs: null };
  }

  #channel(): TabChannel {
    let own: ((message: TabMessage) => void) | null = null;
    return {
      post: (message) => {
        for (const hear of this.#tabs) {
          if (hear !== own) this.#setTimer(() => hear(message), this.channelMs);
        }
      },
      listen: (listener) => {
        own = listener;
        this.#tabs.add(listener);
      },
      close: () => own && this.#tabs.delete(own),
    };
  }

  async #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    let release = () => {};
    this.#turn = new Promise<void>((resolve) => (release = resolve));
    await before;
    try {
      return await task();
    } finally {
      release();
    }
  }

  #setTimer(callback: () => void, ms: number): Timer {
    const timer = { at: this.now + ms, callback };
    this.#timers.add(timer);
    return timer;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

import { fullJitter } from '@tidemark/client/backoff';
import type { SignedIn } from '@tidemark/contracts/session';
import type { User } from '@tidemark/contracts/user';
import type { ApiError } from '../../api/api-error.ts';
import type { CsrfCookie } from './csrf-cookie.ts';
import { grantOf, isFresh, renewalDelay, type Grant } from './grant.ts';
import type { OneAtATime, TabChannel, TabMessage } from './tab-channel.ts';
import type { RefreshAnswer, SessionServer } from './session-server.ts';
import type { Ending, SessionState } from './session-slice.ts';
import type { UnderWayMark } from './under-way-mark.ts';

/** How long a page waits for the answer to a refresh that a page before it left behind, ms. */
const LEFT_BEHIND_MS = 3_000;
/** How long a tab waits for the token of another that has just refreshed, ms. */
const HANDOVER_MS = 500;
/** And for that of any other, which there may not be, ms. */
const SIBLING_MS = 100;
const LOOK_MS = 50;

export interface SessionParts {
  server: SessionServer;
  csrf: CsrfCookie;
  mark: UnderWayMark;
  tabs: TabChannel;
  oneOfAllTabs: OneAtATime;
  now: () => number;
  random: () => number;
  setTimer: (callback: () => void, ms: number) => unknown;
  clearTimer: (timer: unknown) => void;
}

/**
 * Keeps this tab's access token: asks for it with the session's cookies, replaces it before it ends, and shares it with
 * the other tabs. The server ends a session whose refresh token comes again later than half a minute after its use, so
 * there is never more than one refresh at a time, in all tabs together, and one without an answer is soon asked for again.
 */
export class SessionKeeper {
  readonly #parts: SessionParts;
  #grant: Grant | null = null;
  #state: SessionState = { status: 'unknown', user: null, ending: null, unreachable: false };
  #tell: (state: SessionState) => void = () => undefined;
  #renewal: Promise<void> | null = null;
  #timer: unknown = null;
  #attempt = 0;
  /** Whether the browser kept the cookies; one that came over plain http from another host does not. */
  #isKept = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Takes up the session that the browser has, if it has one. `tell` hears every change from now on. */
  start(tell: (state: SessionState) => void): void {
    this.#tell = tell;
    this.#parts.tabs.listen((message) => this.#hear(message));
    this.check();
  }

  /** Looks whether the session is still the browser's: the page is seen again, or the network is back. */
  check(): void {
    const cookie = this.#parts.csrf.read();
    const { status } = this.#state;
    if (status === 'signed_in' && cookie === null && this.#isKept) this.#close('expired');
    else if (status !== 'signed_in' && cookie === null) this.#close(this.#state.ending);
    else if (cookie !== null && !isFresh(this.#grant, this.#parts.now())) void this.#renew();
  }

  /** A token that is good now; null when nobody is signed in, or the server cannot be asked. */
  async accessToken(): Promise<string | null> {
    if (this.#grant === null && this.#parts.csrf.read() === null) return null;
    if (!isFresh(this.#grant, this.#parts.now())) await this.#renew();
    return this.#grant?.token ?? null;
  }

  /** Another token than the one that was refused; null when there is none. */
  async tokenInsteadOf(refused: string): Promise<string | null> {
    if (this.#grant?.token === refused) await this.#renew();
    const token = this.#grant?.token ?? null;
    return token === refused ? null : token;
  }

  /** Runs what opens a session, such as a sign-in, while no tab refreshes, and takes up what it gives. */
  async open<T extends { data?: unknown }>(send: () => Promise<T>): Promise<T> {
    return this.#parts.oneOfAllTabs(async () => {
      const answer = await send();
      if (answer.data !== undefined) this.#adopt(answer.data as SignedIn);
      return answer;
    });
  }

  /** Ends the session, here and in the other tabs. Null once it is over; otherwise why that is not known. */
  async signOut(): Promise<ApiError | null> {
    return this.#parts.oneOfAllTabs(async () => {
      const csrf = this.#parts.csrf.read();
      const failure = await this.#parts.server.logout(csrf, this.#grant?.token ?? null);
      if (failure === null) this.#end('signed_out');
      return failure;
    });
  }

  /** The server has ended the session: the account is gone, or every session was ended. */
  ended(ending: Ending): void {
    this.#end(ending);
  }

  /** The account reads differently now, such as after a new name. */
  renamed(user: User): void {
    if (this.#grant === null) return;
    this.#take({ ...this.#grant, user });
    this.#parts.tabs.post({ type: 'granted', grant: this.#grant });
  }

  #renew(): Promise<void> {
    this.#renewal ??= this.#renewOnce().finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  async #renewOnce(): Promise<void> {
    const { csrf, oneOfAllTabs, now } = this.#parts;
    const before = this.#grant;
    const seen = csrf.read();
    if (before === null) {
      this.#change({ status: 'restoring' });
      await this.#askTabs(before, SIBLING_MS);
    }
    await oneOfAllTabs(async () => {
      await this.#untilLeftBehindIsOver();
      const value = csrf.read();
      // Another tab has refreshed while this one waited for its turn.
      if (value !== null && value !== seen) await this.#askTabs(before, HANDOVER_MS);
      if (this.#grant !== before && isFresh(this.#grant, now())) return;
      if (value === null) this.#end(this.#state.ending ?? 'expired');
      else await this.#refresh(value);
    });
  }

  async #refresh(csrf: string): Promise<void> {
    this.#parts.mark.set(csrf);
    const answer = await this.#parts.server.refresh(csrf);
    // A page that is left sees its request end, whatever the server makes of it: the note is for the page after it.
    if (answer.kind !== 'unreachable') this.#parts.mark.clear();
    if (answer.kind === 'granted') this.#adopt(answer.signedIn);
    else if (answer.kind === 'unreachable') this.#tryLater(answer);
    else await this.#refused(csrf);
  }

  /** A cookie that has changed meanwhile, by a sign-in where there are no locks, deserves its own answer. */
  async #refused(csrf: string): Promise<void> {
    const value = this.#parts.csrf.read();
    if (value !== null && value !== csrf) return this.#refresh(value);
    this.#end('expired');
  }

  #tryLater({ retryAfterMs }: RefreshAnswer & { kind: 'unreachable' }): void {
    const delay = Math.max(retryAfterMs ?? 0, fullJitter(this.#attempt, this.#parts.random));
    this.#attempt += 1;
    this.#change({ unreachable: true });
    this.#schedule(delay);
  }

  /** Waits for a refresh that a page before this one left behind, until its cookies are there. */
  async #untilLeftBehindIsOver(): Promise<void> {
    const { csrf, mark } = this.#parts;
    const value = csrf.read();
    if (value === null || !mark.concerns(value)) return;
    await this.#until(() => csrf.read() !== value, LEFT_BEHIND_MS);
  }

  /** Asks for the token of another tab. */
  async #askTabs(before: Grant | null, limitMs: number): Promise<void> {
    const { now, tabs } = this.#parts;
    const isThere = () => this.#grant !== before && isFresh(this.#grant, now());
    if (isThere()) return;
    tabs.post({ type: 'wanted' });
    await this.#until(isThere, limitMs);
  }

  async #until(holds: () => boolean, limitMs: number): Promise<void> {
    for (let waited = 0; waited < limitMs && !holds(); waited += LOOK_MS) {
      await new Promise<void>((resolve) => void this.#parts.setTimer(resolve, LOOK_MS));
    }
  }

  #hear(message: TabMessage): void {
    const { now, tabs } = this.#parts;
    if (message.type === 'granted') this.#take(message.grant);
    else if (message.type === 'ended') this.#close(message.ending);
    else if (isFresh(this.#grant, now())) tabs.post({ type: 'granted', grant: this.#grant });
  }

  #adopt(answer: SignedIn): void {
    const grant = grantOf(answer, this.#parts.now());
    this.#take(grant);
    this.#parts.tabs.post({ type: 'granted', grant });
  }

  #take(grant: Grant): void {
    this.#grant = grant;
    this.#attempt = 0;
    this.#isKept = this.#parts.csrf.read() !== null;
    this.#schedule(renewalDelay(grant, this.#parts.now(), this.#parts.random));
    this.#change({ status: 'signed_in', user: grant.user, ending: null, unreachable: false });
  }

  #end(ending: Ending): void {
    this.#parts.csrf.drop();
    this.#close(ending);
    this.#parts.tabs.post({ type: 'ended', ending });
  }

  #close(ending: Ending | null): void {
    this.#grant = null;
    this.#attempt = 0;
    this.#parts.clearTimer(this.#timer);
    this.#change({ status: 'signed_out', user: null, ending, unreachable: false });
  }

  #schedule(ms: number): void {
    this.#parts.clearTimer(this.#timer);
    this.#timer = this.#parts.setTimer(() => void this.#renew(), ms);
  }

  #change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell(this.#state);
  }
}

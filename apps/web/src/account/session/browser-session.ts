import { csrfCookie } from './csrf-cookie.ts';
import { oneOfAllTabs, openTabChannel } from './tab-channel.ts';
import { SessionKeeper } from './session-keeper.ts';
import { sessionServer } from './session-server.ts';
import { UnderWayMark, type MarkStorage } from './under-way-mark.ts';

/** The browser's storage, which may be switched off: then touching it throws, where the mark expects it. */
const storage: MarkStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
};

let keeper: SessionKeeper | null = null;

/** The keeper of this tab's session; made when it is first asked for, in the browser alone. */
export function browserSession(): SessionKeeper {
  keeper ??= new SessionKeeper({
    server: sessionServer,
    csrf: csrfCookie,
    mark: new UnderWayMark(storage, () => Date.now()),
    tabs: openTabChannel(),
    oneOfAllTabs,
    now: () => Date.now(),
    random: Math.random,
    setTimer: (callback, ms) => window.setTimeout(callback, ms),
    clearTimer: (timer) => window.clearTimeout(timer as number | undefined),
  });
  return keeper;
}

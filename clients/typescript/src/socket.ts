/** The part of a browser's WebSocket that is used; Node.js has it from 22 on, before that the package `ws`. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  /** Before it, a failure to open is told by `onclose` as well. */
  onerror: (() => void) | null;
  send(text: string): void;
  close(): void;
}

/** What the outside world is made of; a test brings its own. */
export interface StreamParts {
  openSocket: (url: string) => Socket;
  setTimer: (callback: () => void, ms: number) => unknown;
  clearTimer: (timer: unknown) => void;
  /** Milliseconds. */
  now: () => number;
  /** 0 to 1. */
  random: () => number;
}

export const REAL_PARTS: StreamParts = {
  openSocket: (url) => new WebSocket(url) as Socket,
  setTimer: (callback, ms) => setTimeout(callback, ms),
  clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout> | undefined),
  now: () => Date.now(),
  random: () => Math.random(),
};

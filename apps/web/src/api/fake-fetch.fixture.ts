import { vi } from 'vitest';
import { browserSession } from '../account/session/browser-session.ts';

/** Requests of a page are to the origin that it came from; Node has none. */
class RequestHere extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === 'string' ? new URL(input, 'http://tidemark.invalid') : input, init);
  }
}

/** Puts an API into the place of the network, for somebody who is signed in. `vi.unstubAllGlobals` and `vi.restoreAllMocks` end it. */
export function answerWith(api: (request: Request) => Promise<Response>): void {
  vi.stubGlobal('Request', RequestHere);
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) =>
    api(new RequestHere(input, init)),
  );
  vi.spyOn(browserSession(), 'accessToken').mockResolvedValue('token');
}

import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { AccessTokens } from './access-tokens.ts';
import { Callers } from './callers.ts';
import { Holders } from './holders.ts';

export interface AuthenticationOptions {
  cache: Cache;
  clock: Clock;
  ask: AskService;
}

/** What the gateway finds out with who asks. */
export interface Authentication {
  callers: Callers;
  holders: Holders;
}

export function authentication({ cache, clock, ask }: AuthenticationOptions): Authentication {
  const holders = new Holders({ cache, ask });
  return { holders, callers: new Callers(new AccessTokens({ ask, clock }), holders) };
}

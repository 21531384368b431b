import type { FrontDoor } from '@tidemark/service/service-module';
import { askHere, askWherever } from '@tidemark/service-calls/ask-service';
import type { FastifyInstance } from 'fastify';
import { AccessTokens } from './auth/access-tokens.ts';
import { Admission } from './auth/admission.ts';
import { Callers } from './auth/callers.ts';
import { Holders } from './auth/holders.ts';
import type { GatewayContext } from './context.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import { MicroCache } from './micro-cache/micro-cache.ts';
import { recordAnswers } from './micro-cache/record-answers.ts';
import { Streams } from './streams/streams.ts';
import { Upstreams } from './upstreams/upstreams.ts';

/** What the gateway is made of. */
export interface GatewayParts {
  upstreams: Upstreams;
  streams: Streams;
  frontDoor: FrontDoor;
}

/** `root`: the app of this process, by whose routes services beside the gateway are asked; undefined until it is there. */
export function assemble(
  ctx: GatewayContext,
  root: () => FastifyInstance | undefined,
): GatewayParts {
  const { cache, clock } = ctx;
  const upstreams = new Upstreams(ctx);
  const ask = askWherever(
    (service) => ctx.process.services.has(service),
    askHere(root),
    (service) => upstreams.askerOf(service),
  );
  const holders = new Holders({ cache, ask });
  const callers = new Callers(new AccessTokens({ ask, clock }), holders);
  const limiter = new RateLimiter(ctx);
  const admission = new Admission(callers, (request, reply) => limiter.limit(request, reply));
  const microCache = new MicroCache(ctx);
  return {
    upstreams,
    streams: new Streams({ ...ctx, holders, callers, ask, limiter }),
    frontDoor: {
      prepare: recordAnswers,
      admit: (request, reply) => admission.admit(request, reply),
      answer: (request, reply) => microCache.answer(request, reply),
    },
  };
}

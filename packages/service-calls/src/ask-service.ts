import { systemClock } from '@tidemark/clock/system-clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import { GATEWAY, type Identity } from '@tidemark/service/identity/identity';
import { IDENTITY_HEADER, IdentitySigner } from '@tidemark/service/identity/identity-token';
import type {} from '@tidemark/service/identity/require-gateway';
import type { FastifyInstance } from 'fastify';
import type { Call } from './call.ts';
import { forward, type Forwarding } from './forward.ts';

/** A question to a service. Asking twice must do no harm: it may go to another replica after one that broke off. */
export interface ServiceCall {
  service: string;
  method: 'GET' | 'POST';
  path: string;
  /** Sent as JSON. */
  body?: object;
  /** On whose behalf; the gateway's own by default, which opens more than a service needs. */
  identity?: Identity;
}

export interface ServiceAnswer {
  status: number;
  /** What the JSON said; null where it was none. */
  body: unknown;
}

/** Asks a service; throws TidemarkError UPSTREAM_UNAVAILABLE or NOT_READY when nobody answers. */
export type AskService = (call: ServiceCall) => Promise<ServiceAnswer>;

/** Longest answer that is waited for, ms; whoever asked us waits as well. */
const ANSWER_MS = 5_000;

/** Asks a service of this very process, through its routes; `root` is undefined until they are mounted. */
export function askHere(root: () => FastifyInstance | undefined): AskService {
  let signer: IdentitySigner | undefined;
  return async ({ service, method, path, body, identity = GATEWAY }) => {
    const app = root();
    if (!app) throw notNow();
    // Our own root checks it with the system's clock.
    signer ??= new IdentitySigner(app.ownIdentityKey, systemClock);
    const token = signer.sign(identity, service, { method, target: path });
    const headers = { [IDENTITY_HEADER]: token };
    const call = { method, url: path, headers, ...(body && { payload: body }) };
    // Rejects while the server closes.
    const response = await app.inject(call).catch(() => {
      throw notNow();
    });
    return answerOf(response.statusCode, response.body);
  };
}

/** Asks a service in another process, whichever of its replicas answers. */
export function askElsewhere(to: Forwarding, signer: IdentitySigner): AskService {
  return async ({ service, method, path, body, identity = GATEWAY }) => {
    const question: Call = {
      method,
      path,
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        [IDENTITY_HEADER]: signer.sign(identity, service, { method, target: path }),
      },
      body: body ? Buffer.from(JSON.stringify(body)) : null,
      signal: AbortSignal.timeout(ANSWER_MS),
      repeatable: true,
    };
    try {
      const response = await forward(to, question);
      return answerOf(response.statusCode, await response.body.text());
    } catch (error) {
      if (error instanceof TidemarkError) throw error;
      throw new TidemarkError('UPSTREAM_UNAVAILABLE', `${service} gave no answer. Try again.`);
    }
  };
}

/** Asks a service where it runs: here, else wherever `elsewhere` finds it. */
export function askWherever(
  isHere: (service: string) => boolean,
  here: AskService,
  elsewhere: (service: string) => AskService | null,
): AskService {
  return async (call) => {
    const ask = isHere(call.service) ? here : elsewhere(call.service);
    if (ask) return ask(call);
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', `There is no ${call.service} here.`);
  };
}

function notNow(): TidemarkError {
  return new TidemarkError('NOT_READY', 'Not now; try again.');
}

function answerOf(status: number, text: string): ServiceAnswer {
  try {
    return { status, body: JSON.parse(text) as unknown };
  } catch {
    return { status, body: null };
  }
}

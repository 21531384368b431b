import { StreamTicketSchema } from '@tidemark/contracts/session';
import { endpoint, ok } from '@tidemark/service/reply';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { shownBy } from '../auth/bearer.ts';
import { invalidCredential } from '../auth/guesses.ts';
import { TICKET_S, type TicketHolder, type Tickets } from './tickets.ts';

/** `POST /api/stream/ticket`: a ticket for one WebSocket. */
export function mountTicketRoute(app: FastifyInstance, tickets: Tickets): void {
  const options = endpoint({
    id: 'createStreamTicket',
    access: 'user',
    summary: 'A ticket that opens one WebSocket as you: `?ticket=…`, within 30 s',
    tag: 'streams',
    data: StreamTicketSchema,
  });
  app.post('/api/stream/ticket', options, async (request, reply) => {
    const ticket = await tickets.issue(holderOf(request));
    reply.header('cache-control', 'no-store');
    return ok(request, { ticket, expires_in: TICKET_S });
  });
}

function holderOf({ raw, identity }: FastifyRequest): TicketHolder {
  const shown = shownBy(raw);
  if (shown?.kind === 'api_key') return { kind: 'api_key', key: shown.value };
  const { sessionId, userId } = identity;
  if (sessionId === null || userId === null) throw invalidCredential();
  return { kind: 'session', sessionId, userId };
}

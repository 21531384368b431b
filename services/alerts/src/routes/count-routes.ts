import { AlertCountsSchema, type AlertCounts } from '@tidemark/contracts/alert';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import { sql } from 'kysely';
import type { AlertsParts } from '../assemble.ts';
import { PATH, tag } from './alert-routes.ts';

const DAY_MS = 86_400_000;

/** How alerts fare, for administrators: counts, and nothing of what they say. */
export function countRoutes(app: TypedApp, parts: AlertsParts): void {
  app.get(
    `${PATH}/counts`,
    endpoint({
      id: 'countAlerts',
      access: 'admin',
      summary: 'How many alerts there are, fire, are sent and fail, of all accounts',
      tag,
      data: AlertCountsSchema,
    }),
    async (request) => ok(request, await countsOf(parts)),
  );
}

async function countsOf({ db, clock }: AlertsParts): Promise<AlertCounts> {
  const since = new Date(clock.now() - DAY_MS);
  const totals = await db
    .selectNoFrom([
      sql<number>`(select count(*)::int from alerts)`.as('alerts'),
      sql<number>`(select count(distinct user_id)::int from alerts)`.as('accounts'),
      sql<number>`(select count(*)::int from alert_firings where told_at >= ${since})`.as(
        'fired_24h',
      ),
      sql<number>`(select count(*)::int from alert_deliveries where state = 'sent' and ended_at >= ${since})`.as(
        'sent_24h',
      ),
      sql<number>`(select count(*)::int from alert_deliveries where state = 'waiting')`.as(
        'waiting',
      ),
      sql<number>`(select count(*)::int from alert_deliveries where state = 'dead')`.as('dead'),
    ])
    .executeTakeFirstOrThrow();
  const kinds = await db
    .selectFrom('alert_attempts as a')
    .innerJoin('alert_deliveries as d', 'd.id', 'a.delivery_id')
    .innerJoin('alert_channels as c', 'c.id', 'd.channel_id')
    .select([
      'c.kind',
      sql<number>`count(*) filter (where a.ok)::int`.as('sent_24h'),
      sql<number>`count(*) filter (where not a.ok)::int`.as('failed_24h'),
    ])
    .where('a.at', '>=', since)
    .groupBy('c.kind')
    .orderBy('c.kind')
    .execute();
  return { ...totals, kinds };
}

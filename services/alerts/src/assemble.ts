import { ALERT_CHANGES } from '@tidemark/contracts/topics';
import { smtpSender } from '@tidemark/mail/smtp-sender';
import { ServiceLink } from '@tidemark/service-calls/service-link';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { Kysely } from 'kysely';
import { AlertStore } from './alerts/alert-store.ts';
import { ChannelStore } from './channels/channel-store.ts';
import { readBars } from './coins/read-bars.ts';
import { FollowedCoins } from './coins/followed-coins.ts';
import type { AlertsContext } from './context.ts';
import { ChannelTests } from './deliveries/channel-tests.ts';
import { Deliverer } from './deliveries/deliverer.ts';
import { DeliveryLog } from './deliveries/delivery-log.ts';
import { DeliveryStore } from './deliveries/delivery-store.ts';
import { MailBudget } from './deliveries/mail-budget.ts';
import { Sending } from './deliveries/sending.ts';
import { OpenedSenders } from './deliveries/opened-senders.ts';
import { Definitions } from './evaluating/definitions.ts';
import { Evaluator } from './evaluating/evaluator.ts';
import { Lookbacks } from './evaluating/lookbacks.ts';
import { OutcomeStore } from './evaluating/outcome-store.ts';
import { Announcer } from './firings/announcer.ts';
import { FiringStore } from './firings/firing-store.ts';
import { departedOwners } from './owners/departed-owners.ts';
import type { AlertTables } from './tables.ts';

const DAY_MS = 86_400_000;
/** Who runs this, where nobody has said how they are reached. */
const NOBODY = 'https://localhost';

/** Everything that the service is made of. */
export type AlertsParts = ReturnType<typeof assemble>;

/** Builds the parts and ties them together; nothing is read or started. */
export function assemble(ctx: AlertsContext) {
  const { database, bus, clock, logger, config } = ctx;
  const db = database.as<AlertTables>();
  const linkTo = (service: string, origins: readonly string[] | undefined) =>
    new ServiceLink({ ...ctx, service, origins, key: config.IDENTITY_KEY });
  const market = linkTo('market-data', config.MARKET_DATA_URL);
  const users = linkTo('users', config.USERS_URL);
  const { ask } = market;
  const coins = new FollowedCoins(ask, clock);
  const sent = sendingParts(ctx, db, coins);
  const announcer = new Announcer({ db, bus, clock, logger });
  const onFired = () => {
    announcer.wake();
    sent.deliverer.wake();
  };
  const tell = (ids: readonly string[]) => tellChanges(ctx, ids);
  return {
    ...{ db, clock, logger, market, users, ask, coins, announcer, ...sent },
    ...evaluatingParts(ctx, db, { ask, onFired }),
    alerts: new AlertStore(db, clock),
    firings: new FiringStore(db),
    departed: departedOwners({ db, clock, logger, ask: users.ask, tell }),
    tell,
  };
}

/** What sends. */
function sendingParts(ctx: AlertsContext, db: Kysely<AlertTables>, coins: FollowedCoins) {
  const { clock, logger, config } = ctx;
  const key = ctx.secret.derive('alert channels');
  const owner = ctx.process.name;
  const channels = new ChannelStore({ db, clock, key });
  const mail = config.SMTP_URL ? smtpSender(config.SMTP_URL, config.MAIL_FROM) : null;
  const subject = config.PUBLIC_URL ?? NOBODY;
  const mayBePrivate = config.ALERT_PRIVATE_TARGETS;
  const senders = new OpenedSenders({ db, clock, key, mail, subject, mayBePrivate });
  const store = new DeliveryStore({ db, clock, owner });
  const sending = new Sending({ clock, logger, senders, mails: new MailBudget({ db, clock }) });
  const place = { origin: config.PUBLIC_URL ?? null, coinName: (id: string) => coins.nameOf(id) };
  const common = { db, clock, logger, store, channels, sending, place };
  return {
    ...{ channels, senders, pushKey: () => senders.pushKey() },
    deliverer: new Deliverer({ ...common, random: Math.random }),
    log: new DeliveryLog({ db, clock }),
    tests: new ChannelTests({ ...common, owner }),
  };
}

/** What holds alerts against prices. */
function evaluatingParts(
  ctx: AlertsContext,
  db: Kysely<AlertTables>,
  { ask, onFired }: { ask: AskService; onFired: () => void },
) {
  const { bus, clock, logger } = ctx;
  const simulated = ctx.market === 'simulated';
  const definitions = new Definitions({ db, bus, clock, logger });
  const store = new OutcomeStore(db);
  const recall = (coinId: string) => {
    const to = clock.now();
    return readBars(ask, { coinId, interval: '1m', from: to - DAY_MS, to });
  };
  const evaluator = new Evaluator({
    ...{ bus, clock, logger, definitions, store, simulated, recall, onFired },
  });
  const lookbacks = new Lookbacks({ clock, logger, ask, store, evaluator, simulated });
  return { definitions, store, evaluator, lookbacks };
}

/** Tells every replica that alerts were made or changed. What is not told is found within ten seconds. */
async function tellChanges({ bus, logger }: AlertsContext, ids: readonly string[]): Promise<void> {
  const messages = ids.map((alert_id) => ({ key: alert_id, value: { alert_id } }));
  await bus.publish(ALERT_CHANGES, messages).catch((error: unknown) => {
    logger.warn({ err: error }, 'a change of alerts was not told; it will be found');
  });
}

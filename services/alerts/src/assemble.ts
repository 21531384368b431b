import { ALERT_CHANGES } from '@tidemark/contracts/topics';
import { smtpSender } from '@tidemark/mail/smtp-sender';
import { ServiceLink } from '@tidemark/service-calls/service-link';
import { AlertStore } from './alerts/alert-store.ts';
import { ChannelStore } from './channels/channel-store.ts';
import { FollowedCoins } from './coins/followed-coins.ts';
import type { AlertsContext } from './context.ts';
import { ChannelTests } from './deliveries/channel-tests.ts';
import { Deliverer } from './deliveries/deliverer.ts';
import { DeliveryLog } from './deliveries/delivery-log.ts';
import { DeliveryStore } from './deliveries/delivery-store.ts';
import { MailBudget } from './deliveries/mail-budget.ts';
import { Sending } from './deliveries/sending.ts';
import { OpenedSenders } from './delivery/opened-senders.ts';
import { Definitions } from './evaluating/definitions.ts';
import { Evaluator } from './evaluating/evaluator.ts';
import { Lookbacks } from './evaluating/lookbacks.ts';
import { OutcomeStore } from './evaluating/outcome-store.ts';
import { Announcer } from './firings/announcer.ts';
import { FiringStore } from './firings/firing-store.ts';
import type { AlertTables } from './tables.ts';

/** Who runs this, where nobody has said how they are reached. */
const NOBODY = 'https://localhost';

/** Everything that the service is made of. */
export type AlertsParts = ReturnType<typeof assemble>;

/** Builds the parts and ties them together; nothing is read or started. */
export function assemble(ctx: AlertsContext) {
  const { database, bus, clock, logger, config } = ctx;
  const db = database.as<AlertTables>();
  const link = (service: string, origins: readonly string[] | undefined) =>
    new ServiceLink({ ...ctx, service, origins, key: config.IDENTITY_KEY });
  const market = link('market-data', config.MARKET_DATA_URL);
  const simulated = ctx.market === 'simulated';
  const key = ctx.secret.derive('alert channels');
  const owner = ctx.process.name;

  const coins = new FollowedCoins(market.ask, clock);
  const channels = new ChannelStore({ db, clock, key });
  const mail = config.SMTP_URL ? smtpSender(config.SMTP_URL, config.MAIL_FROM) : null;
  const subject = config.PUBLIC_URL ?? NOBODY;
  const mayBePrivate = config.ALERT_PRIVATE_TARGETS;
  const senders = new OpenedSenders({ db, clock, key, mail, subject, mayBePrivate });
  const deliveries = new DeliveryStore({ db, clock, owner });
  const sending = new Sending({ clock, logger, senders, mails: new MailBudget({ db, clock }) });
  const place = { origin: config.PUBLIC_URL ?? null, coinName: (id: string) => coins.nameOf(id) };
  const common = { db, clock, logger, store: deliveries, channels, sending, place };
  const deliverer = new Deliverer({ ...common, random: Math.random });

  const announcer = new Announcer({ db, bus, clock, logger });
  const definitions = new Definitions({ db, bus, clock, logger });
  const store = new OutcomeStore(db);
  const onFired = () => {
    announcer.wake();
    deliverer.wake();
  };
  const evaluator = new Evaluator({
    ...{ bus, clock, logger, definitions, store, simulated, onFired },
  });
  const { ask } = market;
  return {
    ...{ db, clock, logger, config, market, ask, coins, channels, senders, deliverer, announcer },
    ...{ definitions, evaluator, pushKey: () => senders.pushKey() },
    alerts: new AlertStore(db, clock),
    firings: new FiringStore(db),
    log: new DeliveryLog({ db, clock }),
    tests: new ChannelTests({ ...common, owner }),
    lookbacks: new Lookbacks({ ...{ clock, logger, ask, store, evaluator, simulated } }),
    /** Tells every replica that alerts were made or changed. What is not told is found within ten seconds. */
    tell: async (ids: readonly string[]) => {
      const messages = ids.map((alert_id) => ({ key: alert_id, value: { alert_id } }));
      await bus.publish(ALERT_CHANGES, messages).catch((error: unknown) => {
        logger.warn({ err: error }, 'a change of alerts was not told; it will be found');
      });
    },
  };
}

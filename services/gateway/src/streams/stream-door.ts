import type { Upgrade } from '@tidemark/live-stream/upgrade-router';
import { rememberIdentity } from '@tidemark/service/identity/upgrade-identity';
import type { GatewayConfig } from '../config.ts';
import type { Logger } from '@tidemark/telemetry/logger';
import { countingOnce, type CountGuess } from '../auth/count-guess.ts';
import { addressKey } from '../limits/address-key.ts';
import type { UpgradeAsked } from '../limits/rate-limiter.ts';
import type { FrontDoor } from '@tidemark/service/front-door';
import { clientOf } from '../upstreams/client-of.ts';
import { ConnectionSlots } from './connection-slots.ts';
import { pageOriginOf, type PageOrigin } from './origin-check.ts';
import type { UpgradeCallers } from './upgrade-callers.ts';

export interface StreamDoorOptions {
  door: Pick<FrontDoor, 'corsOrigins' | 'publicOrigin' | 'trusts'>;
  callers: UpgradeCallers;
  /** Counts an upgrade; throws RATE_LIMITED. */
  limit: (asked: UpgradeAsked) => Promise<void>;
  logger: Logger;
  config: Pick<GatewayConfig, 'WS_CONNECTIONS_PER_USER' | 'WS_CONNECTIONS_PER_ADDRESS'>;
}

/**
 * What every request for a WebSocket passes: where the page comes from, who asks, how often, and how many they have open.
 * Who asks is known to the stream by `identityOf` and `callerOf`.
 */
export class StreamDoor {
  readonly #options: StreamDoorOptions;
  readonly #ofUsers: ConnectionSlots;
  readonly #ofAddresses: ConnectionSlots;
  /** Those of whom is not known yet who they are: finding out may take seconds while users is away. */
  readonly #opening: ConnectionSlots;
  #toldOfPage = false;

  constructor(options: StreamDoorOptions) {
    this.#options = options;
    const { WS_CONNECTIONS_PER_USER, WS_CONNECTIONS_PER_ADDRESS } = options.config;
    this.#ofUsers = new ConnectionSlots(WS_CONNECTIONS_PER_USER);
    this.#ofAddresses = new ConnectionSlots(WS_CONNECTIONS_PER_ADDRESS);
    this.#opening = new ConnectionSlots(WS_CONNECTIONS_PER_ADDRESS);
  }

  /** @throws TidemarkError to refuse the WebSocket */
  async admit(upgrade: Upgrade): Promise<void> {
    const { request, socket, url } = upgrade;
    const client = clientOf(request, this.#options.door.trusts);
    const asked = { address: client.ip, path: url.pathname };
    const address = addressKey(client.ip);
    const opened = this.#opening.take(address, socket);
    try {
      const count = countingOnce(() => this.#options.limit(asked));
      const userId = await this.#identify(upgrade, client, count);
      await (userId === null ? count() : this.#options.limit({ ...asked, userId }));
      if (userId === null) this.#ofAddresses.take(address, socket);
      else this.#ofUsers.take(userId, socket);
    } finally {
      opened();
    }
  }

  /** The user's id; null: nobody in particular. What is refused counts against the address. */
  async #identify(
    upgrade: Upgrade,
    client: ReturnType<typeof clientOf>,
    count: CountGuess,
  ): Promise<string | null> {
    const { callers } = this.#options;
    try {
      const page = this.#pageOf(upgrade, client);
      const { caller } = await callers.identify(upgrade, page, client, count);
      if (caller) rememberIdentity(upgrade.request, caller.identity);
      return caller?.identity.userId ?? null;
    } catch (error) {
      await count();
      throw error;
    }
  }

  /** The first page that is refused is told of: the owner may have to say that it is ours. */
  #pageOf({ request }: Upgrade, client: ReturnType<typeof clientOf>): PageOrigin {
    const { door, logger } = this.#options;
    try {
      return pageOriginOf(request.headers.origin, client, door);
    } catch (error) {
      if (!this.#toldOfPage) logger.warn({ origin: request.headers.origin }, String(error));
      this.#toldOfPage = true;
      throw error;
    }
  }
}

import type { Duplex } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';
import { CLOSE_CODES } from '@tidemark/contracts/stream';
import type { Upgrade } from '@tidemark/live-stream/upgrade-router';
import type { GatewayConfig } from '../config.ts';
import type { Logger } from '@tidemark/telemetry/logger';
import { countingOnce, type CountGuess } from '../auth/guesses.ts';
import { addressKeys, type Counted } from '@tidemark/http/addresses/address-key';
import { ConnectionSlots } from '@tidemark/http/root/connection-slots';
import type { UpgradeAsked } from '../limits/rate-limiter.ts';
import type { Visitors } from '@tidemark/http/addresses/visitors';
import { clientOf } from './client-of.ts';
import type { Caller } from '../auth/callers.ts';
import type { CredentialWatch } from './credential-watch.ts';
import { pageOriginOf, type PageOrigin } from './origin-check.ts';
import type { UpgradeCallers } from './upgrade-callers.ts';

export interface StreamDoorOptions {
  visitors: Visitors;
  callers: UpgradeCallers;
  watch: CredentialWatch;
  /** Counts an upgrade; throws RATE_LIMITED. */
  limit: (asked: UpgradeAsked) => Promise<void>;
  logger: Logger;
  config: Pick<GatewayConfig, 'WS_CONNECTIONS_PER_USER' | 'WS_CONNECTIONS_PER_ADDRESS'>;
}

/**
 * What every request for a WebSocket passes: where the page comes from, who asks, how often, and how many they have open.
 * What is opened with a credential ends with it, whatever the stream shows.
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
    const client = clientOf(request, this.#options.visitors.trusts);
    const asked = { address: client.ip, path: url.pathname };
    const address = addressKeys(client.ip);
    const opened = taken(this.#opening, address, socket);
    try {
      const count = countingOnce(() => this.#options.limit(asked));
      const caller = await this.#identify(upgrade, client, count);
      const userId = caller?.identity.userId ?? null;
      await (userId === null ? count() : this.#options.limit({ ...asked, userId }));
      if (userId === null) taken(this.#ofAddresses, address, socket);
      else taken(this.#ofUsers, [{ key: userId, share: 1 }], socket);
      if (caller) this.#endWith(caller, upgrade);
    } finally {
      opened();
    }
  }

  #endWith(caller: Caller, { socket, ending }: Upgrade): void {
    if (socket.closed) return;
    const unwatch = this.#options.watch.watch(caller, (closing) => {
      // That nobody can say whether a credential holds closes nothing that everybody may read.
      if (closing.code === CLOSE_CODES.SIGNED_OUT) ending.abort(closing);
    });
    socket.once('close', unwatch);
  }

  /** Null: nobody in particular. What is refused counts against the address. */
  async #identify(
    upgrade: Upgrade,
    client: ReturnType<typeof clientOf>,
    count: CountGuess,
  ): Promise<Caller | null> {
    const { callers } = this.#options;
    try {
      const page = this.#pageOf(upgrade, client);
      const { caller } = await callers.identify(upgrade, page, client, count);
      return caller;
    } catch (error) {
      await count();
      throw error;
    }
  }

  /** The first page that is refused is told of: the owner may have to say that it is ours. */
  #pageOf({ request }: Upgrade, client: ReturnType<typeof clientOf>): PageOrigin {
    const { visitors, logger } = this.#options;
    try {
      return pageOriginOf(request.headers.origin, client, visitors);
    } catch (error) {
      if (!this.#toldOfPage) logger.warn({ origin: request.headers.origin }, String(error));
      this.#toldOfPage = true;
      throw error;
    }
  }
}

/** @throws TidemarkError RATE_LIMITED when there is no slot left */
function taken(slots: ConnectionSlots, names: readonly Counted[], socket: Duplex): () => void {
  const release = slots.take(names, socket);
  if (release) return release;
  throw new TidemarkError('RATE_LIMITED', 'No more WebSockets at once: close one first.');
}

import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@tidemark/clock/system-clock';
import { TLS_TERMS, type TlsIdentity } from '@tidemark/http/root/server-limits';
import type { Logger } from '@tidemark/telemetry/logger';
import { redirectToTls } from './https-redirect.ts';
import type { ListenAt } from './listen.ts';
import { readTls, type TlsFiles } from './tls-files.ts';
import { renewTls } from './tls-renewal.ts';

export interface TlsAt {
  files: TlsFiles;
  /** Where plain HTTP is sent on from; undefined: nowhere. */
  redirectPort?: number | undefined;
}

/** What the door needs when it speaks TLS: the certificate, new ones as they come, and the way from plain HTTP. */
export class TlsDoor {
  #identity: TlsIdentity;
  readonly #at: ListenAt;
  readonly #tls: TlsAt;
  readonly #logger: Logger;
  #stopRenewal: () => void = () => undefined;
  #redirect: Server | undefined;

  /** @throws Error when the files cannot be used */
  constructor(at: ListenAt, tls: TlsAt, logger: Logger) {
    this.#at = at;
    this.#tls = tls;
    this.#logger = logger.child({ module: 'http' });
    this.#identity = readTls(tls.files);
  }

  get identity(): TlsIdentity {
    return this.#identity;
  }

  /** @throws StartError when plain HTTP cannot be listened to */
  async open(server: Server): Promise<void> {
    this.#stopRenewal = renewTls({
      files: this.#tls.files,
      current: this.#identity,
      clock: systemClock,
      logger: this.#logger,
      use: (identity) => {
        if (server instanceof TlsServer) server.setSecureContext({ ...identity, ...TLS_TERMS });
        this.#identity = identity;
      },
    });
    const { redirectPort: port } = this.#tls;
    if (port === undefined) return;
    this.#redirect = await redirectToTls(
      { host: this.#at.host, port },
      {
        cert: () => this.#identity.cert,
        port: () => (server.address() as AddressInfo).port,
      },
    );
  }

  async close(): Promise<void> {
    this.#stopRenewal();
    const redirect = this.#redirect;
    if (!redirect) return;
    this.#redirect = undefined;
    const closed = once(redirect, 'close');
    redirect.close();
    redirect.closeAllConnections();
    await closed;
  }
}

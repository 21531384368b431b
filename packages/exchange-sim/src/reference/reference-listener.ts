import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@tidemark/clock/clock';
import { ReferenceSeries, type ReferenceDay } from './reference-series.ts';

const DAY_MS = 86_400_000;
export const REFERENCE_PATH = '/stats/eurofxref';
/** How far back each document goes, days. */
const DOCUMENTS: ReadonlyMap<string, number> = new Map([
  [`${REFERENCE_PATH}/eurofxref-hist.xml`, Infinity],
  [`${REFERENCE_PATH}/eurofxref-hist-90d.xml`, 90],
]);

/** The European Central Bank's reference rates: its documents at its paths, with validators as it has them. */
export class ReferenceListener {
  readonly #clock: Clock;
  readonly #series: ReferenceSeries;
  readonly #server: Server;

  constructor(clock: Clock, seed: number) {
    this.#clock = clock;
    this.#series = new ReferenceSeries(seed);
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** Resolves with the port that it listens on. @throws the socket's error, such as EADDRINUSE */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer({ url = '/', headers, method }: IncomingMessage, response: ServerResponse): void {
    const depth = DOCUMENTS.get(new URL(url, 'http://localhost').pathname);
    if (depth === undefined || method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
      return;
    }
    const now = this.#clock.now();
    const days = this.#series.days(now - depth * DAY_MS, now);
    const newest = days[0]?.day ?? '';
    const validators = {
      etag: `"${newest}-${days.length}"`,
      'last-modified': new Date(`${newest}T15:00:00Z`).toUTCString(),
    };
    if (headers['if-none-match'] === validators.etag) {
      response.writeHead(304, validators).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/xml', ...validators }).end(documentOf(days));
  }
}

function documentOf(days: readonly ReferenceDay[]): string {
  const cubes = days.map(({ day, rates }) => {
    const of = rates.map(({ currency, rate }) => `<Cube currency="${currency}" rate="${rate}"/>`);
    return `<Cube time="${day}">${of.join('')}</Cube>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" ' +
    'xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">' +
    '<gesmes:subject>Reference rates</gesmes:subject>' +
    '<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>' +
    `<Cube>${cubes.join('\n')}</Cube></gesmes:Envelope>\n`
  );
}

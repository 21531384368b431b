import { CONTRACT_VERSION } from '@tidemark/contracts/envelope';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyInstance } from 'fastify';

/** Says on answers which version of the contract they follow, and on requests which one was written for. */
export const VERSION_HEADER = 'tidemark-version';
const MAJOR = CONTRACT_VERSION.split('.', 1)[0];
const API = /^\/api\//;

/** Answers of the API say their version; a request for another one than ours is refused rather than misread. */
export function sayVersion(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!API.test(request.raw.url ?? '')) {
      done();
      return;
    }
    reply.header(VERSION_HEADER, CONTRACT_VERSION);
    const asked = request.headers[VERSION_HEADER];
    if (asked === undefined || String(asked).split('.', 1)[0] === MAJOR) done();
    else {
      const reason = `is not spoken here; ${CONTRACT_VERSION} is`;
      const details = [{ field: `headers.${VERSION_HEADER}`, reason }];
      done(new TidemarkError('INVALID_REQUEST', `The version asked for ${reason}`, details));
    }
  });
}

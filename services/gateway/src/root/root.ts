import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { recordAnswers } from '../micro-cache/record-answers.ts';
import { baseApp, type BaseOptions } from './base-app.ts';
import { sayVersion } from './contract-version.ts';
import { drainOnClose } from './drain.ts';
import { mountHealth } from './health.ts';
import { identify } from './identify.ts';
import { documentApi } from './openapi.ts';
import { documentStreams } from './stream-documents.ts';
import { refuseUnderPressure } from './pressure.ts';
import { validateInput } from './input-validation.ts';
import { measureRequests } from './request-metrics.ts';
import { secure } from '../replies/security-headers.ts';
import { tellOfUnnamedProxy } from '../addresses/unnamed-proxy.ts';

export interface RootOptions extends BaseOptions {
  /** Where people reach this Tidemark, an origin: pages from there are ours. */
  publicOrigin?: string | null;
  /** Needed where the gateway is in another process. */
  identityPublicKeys?: readonly string[] | undefined;
  /**
   * How long requests are still taken after `readiness` has turned false and the server is told to close, ms; more than
   * the gateway's poll of 500 ms where it is elsewhere. Default 0.
   */
  lameDuckMs?: number;
}

const COMPRESS_OVER_BYTES = 1024;

/**
 * The app that services mount their routes on, with what concerns all of them: request ids, the error
 * format, metrics, health, limits, compression, security headers and the API's description.
 */
export async function createRoot(options: RootOptions): Promise<FastifyInstance> {
  const { app, hasGateway, trusts } = baseApp(options);
  if (hasGateway) tellOfUnnamedProxy(app, { trusts, logger: options.logger });
  drainOnClose(app, options);
  measureRequests(app, { metrics: options.metrics, tell: options.logger.isLevelEnabled('debug') });
  sayVersion(app);
  identify(app, { ...options, trusts });
  app.addHook('onRequest', (request, reply, done) => {
    secure(request, reply);
    done();
  });
  validateInput(app);
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: COMPRESS_OVER_BYTES,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  if (hasGateway) recordAnswers(app);
  await refuseUnderPressure(app, options.readiness);
  await documentApi(app, hasGateway);
  documentStreams(app);
  mountHealth(app, options);
  return app;
}

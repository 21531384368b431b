import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { baseApp, type BaseOptions } from './base-app.ts';
import { sayVersion } from './contract-version.ts';
import { drainOnClose } from './drain.ts';
import { mountHealth } from './health.ts';
import { identify, isFrontDoor, type IdentifyOptions } from './identify.ts';
import { documentApi } from './openapi.ts';
import { documentStreams } from './stream-documents.ts';
import { refuseUnderPressure } from './pressure.ts';
import { validateInput } from './input-validation.ts';
import { measureRequests } from './request-metrics.ts';
import { tellOfUnnamedProxy } from '../addresses/unnamed-proxy.ts';
import { secure } from '../replies/security-headers.ts';

export interface RootOptions extends BaseOptions, IdentifyOptions {
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
  const { front } = options;
  const app = baseApp(options);
  if (isFrontDoor(front)) tellOfUnnamedProxy(app, options.logger);
  drainOnClose(app, options);
  measureRequests(app, { metrics: options.metrics, tell: options.logger.isLevelEnabled('debug') });
  sayVersion(app);
  identify(app, options);
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
  if (isFrontDoor(front)) front.prepare(app);
  await refuseUnderPressure(app, options.readiness);
  await documentApi(app, isFrontDoor(front));
  documentStreams(app);
  mountHealth(app, options);
  return app;
}

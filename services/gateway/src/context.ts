import type { Context } from '@tidemark/service/service-module';
import type { GatewayConfig } from './config.ts';

/** What the service is given. */
export type GatewayContext = Context<'cache' | 'bus', GatewayConfig>;

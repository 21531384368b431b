import type { Context } from '@tidemark/service/service-module';
import type { MarketDataConfig } from './config.ts';

/** What the service is given. */
export type MarketContext = Context<'database' | 'cache' | 'bus', MarketDataConfig>;

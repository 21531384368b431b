import type { Context } from '@tidemark/service/service-module';
import type { PortfolioConfig } from './config.ts';

/** What the service is given. */
export type PortfolioContext = Context<'database' | 'cache' | 'bus', PortfolioConfig>;

import type { Context } from '@tidemark/service/service-module';
import type { AnalyticsConfig } from './config.ts';

/** What the service is given. */
export type AnalyticsContext = Context<'database' | 'cache' | 'bus', AnalyticsConfig>;

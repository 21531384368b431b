import type { Context } from '@tidemark/service/service-module';
import type { SentimentConfig } from './config.ts';

/** What the service is given. */
export type SentimentContext = Context<'database' | 'cache' | 'bus', SentimentConfig>;

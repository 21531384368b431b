import type { Context } from '@tidemark/service/service-module';
import type { AlertsConfig } from './config.ts';

/** What the service is given. */
export type AlertsContext = Context<'database' | 'bus' | 'secret', AlertsConfig>;

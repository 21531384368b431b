import { defineService } from '@tidemark/service/service-module';
import { AlertsService } from './alerts-service.ts';
import { configSchema } from './config.ts';
import { migrations } from './migrations/index.ts';

/** Alerts: what people wait for, when it came true, and where that is sent. */
export const alerts = defineService({
  name: 'alerts',
  needs: ['database', 'bus', 'secret'],
  configSchema,
  migrations,
  create: (ctx) => new AlertsService(ctx),
});

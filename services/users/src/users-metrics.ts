import { Counter, Gauge, type Metrics } from '@tidemark/telemetry/metrics';
import type { UsersParts } from './assemble.ts';

/** What an operator watches of the mail; read when it is asked for. */
export function usersMetrics(
  metrics: Metrics,
  parts: Pick<UsersParts, 'notices' | 'outbox' | 'resetRequests'>,
): void {
  const kinds = { notice: parts.notices, letter: parts.outbox, reset: parts.resetRequests };
  const labelNames = ['kind'];
  const registers = [metrics];
  new Gauge({
    name: 'tidemark_mail_waiting',
    help: 'notices and resets that are being prepared, and letters that are not sent yet',
    labelNames,
    registers,
    collect() {
      for (const [kind, { counts }] of Object.entries(kinds)) this.set({ kind }, counts.size);
    },
  });
  new Counter({
    name: 'tidemark_mail_dropped_total',
    help: 'what was dropped because too much waited',
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const [kind, { counts }] of Object.entries(kinds)) this.inc({ kind }, counts.dropped);
    },
  });
}

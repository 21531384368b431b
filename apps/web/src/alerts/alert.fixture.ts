import type { Alert, AlertFiring } from '@tidemark/contracts/alert';

/** An alert for a test. */
export function alertOf(more: Partial<Alert> = {}): Alert {
  return {
    ...{ alert_id: 'a-1', name: 'Bitcoin below 60,000', rule: 'price below 60,000 USD' },
    coins: ['bitcoin'],
    condition: { quantity: 'price', direction: 'below', bound: 60_000, for_s: 0 },
    ...{ recurring: false, hysteresis_pct: 0.5, cooldown_s: 300, on_degraded: false },
    ...{ expires_at: null, muted_until: null, schedule: null, channels: [], is_on: true },
    ...{ note: null, status: 'waiting', fired: 0, last_fired_at: null },
    ...{ created_at: '2026-11-20T10:00:00.000Z', version: 1 },
    ...more,
  };
}

/** A firing for a test; `n` tells it from others, and orders them in time. */
export function firingOf(n: number, more: Partial<AlertFiring> = {}): AlertFiring {
  const at = Date.UTC(2026, 10, 20, 12, 0, n);
  return {
    ...{ firing_id: `f-${n}`, alert_id: 'a-1', user_id: 'u', name: 'Bitcoin below 60,000' },
    ...{ rule: 'price below 60,000 USD', coin_id: 'bitcoin', at, told_at: at },
    ...{ value: 59_990, price: 59_990, quality: 'live', simulated: false, sources: ['binance'] },
    ...{ late: false, note: null, seen: false },
    ...more,
  };
}

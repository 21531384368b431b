import type { Alert, AlertRequest } from '@tidemark/contracts/alert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertOf } from '../alert.fixture.ts';
import {
  alertFaults,
  blankValues,
  changeOf,
  describedBy,
  requestOf,
  valuesOf,
  type AlertValues,
} from './alert-values.ts';
import { readNumber } from './read-number.ts';

const BLANK = blankValues('Europe/Berlin');
const typed = (more: Partial<AlertValues>): AlertValues => ({
  ...BLANK,
  coins: ['bitcoin'],
  bound: '60k',
  ...more,
});

test.each([
  ['60,000', 60_000],
  ['$60k', 60_000],
  ['1.1k', 1_100],
  ['0.00001234', 0.000_012_34],
  ['-5 %', -5],
  ['60,00', null],
  ['', null],
  ['sixty', null],
])('%j is %j', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test('what is typed becomes the request', () => {
  const values = typed({
    ...{ forMin: '5', recurring: true, hysteresis: '1', cooldownMin: '10', note: ' sell ' },
    ...{ isQuiet: true, quietFrom: '23:00', expires: '2027-01-02T03:04', channels: ['c'] },
  });
  expect(requestOf(values)).toEqual({
    coins: ['bitcoin'],
    condition: { quantity: 'price', direction: 'below', bound: 60_000, for_s: 300 },
    ...{ recurring: true, hysteresis_pct: 1, cooldown_s: 600, on_degraded: false },
    expires_at: Date.UTC(2027, 0, 2, 3, 4),
    schedule: { quiet_from: '23:00', quiet_to: '07:00', time_zone: 'Europe/Berlin' },
    ...{ channels: ['c'], note: 'sell' },
  });
});

test('a fall is asked for without its minus, and sent with it', () => {
  const values = typed({ quantity: 'move', direction: 'below', bound: '5', windowMin: 15 });
  const request = requestOf({ ...values, everyCoin: true });
  expect(request.coins).toBeNull();
  expect(request.condition).toMatchObject({ bound: -5, window_min: 15 });
  expect(valuesOf(request, BLANK).bound).toBe('5');
});

test('a window is sent of a move alone', () => {
  expect(requestOf(typed({ quantity: 'spread', bound: '1' })).condition).not.toHaveProperty(
    'window_min',
  );
});

test('an alert that goes through the form unchanged asks for no change', () => {
  fc.assert(
    fc.property(alerts, (alert) => {
      expect(changeOf(alert, valuesOf(describedBy(alert), BLANK), BLANK)).toEqual({});
    }),
  );
});

test('a name that was made of the condition is not kept as one that was given', () => {
  const unnamed = alertOf({ name: 'bitcoin: price below 60,000 USD' });
  expect(valuesOf(describedBy(unnamed), BLANK).name).toBe('');
  const named = alertOf({ name: 'Sell: all' });
  expect(valuesOf(describedBy(named), BLANK).name).toBe('Sell: all');
});

test('what is changed alone is sent', () => {
  const alert = alertOf({ note: 'sell' });
  const values = valuesOf(describedBy(alert), BLANK);
  expect(changeOf(alert, { ...values, note: '' }, BLANK)).toEqual({ note: null });
});

test('what is wrong is said of its field', () => {
  const now = Date.UTC(2027, 0, 1);
  const faults = alertFaults(
    typed({
      ...{ coins: [], bound: '0', forMin: 'long', expires: '2026-01-01T00:00' },
      ...{ isQuiet: true, quietFrom: '07:00' },
    }),
    now,
  );
  expect(Object.keys(faults).toSorted()).toEqual([
    'coins',
    'condition.bound',
    'condition.for_s',
    'expires_at',
    'schedule.quiet_to',
  ]);
  expect(alertFaults(typed({}), now)).toEqual({});
});

const alerts: fc.Arbitrary<Alert> = fc
  .record({
    coins: fc.option(fc.uniqueArray(fc.constantFrom('bitcoin', 'solana'), { minLength: 1 })),
    condition: fc.oneof(
      fc.record({
        quantity: fc.constant('price' as const),
        direction: fc.constantFrom('above' as const, 'crosses_below' as const),
        bound: fc.oneof(fc.constant(1.234e-8), fc.integer({ min: 1 }), fc.constant(0.1)),
        for_s: fc.integer({ min: 0, max: 86_400 }),
      }),
      fc.record({
        quantity: fc.constant('move' as const),
        direction: fc.constant('below' as const),
        bound: fc.integer({ min: 1, max: 90 }).map((x) => -x),
        window_min: fc.constantFrom(5 as const, 60 as const),
      }),
    ) as fc.Arbitrary<AlertRequest['condition']>,
    cooldown_s: fc.integer({ min: 0, max: 2_592_000 }),
    hysteresis_pct: fc.double({ min: 0, max: 50, noNaN: true }).map((x) => Number(x.toFixed(3))),
    expires_at: fc.option(fc.integer({ min: 30_000_000, max: 60_000_000 }).map((m) => m * 60_000)),
    note: fc.option(fc.constant('a note')),
  })
  .map(alertOf);

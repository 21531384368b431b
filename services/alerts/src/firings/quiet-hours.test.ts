import { expect, it } from 'vitest';
import { sendableAt } from './quiet-hours.ts';

const BERLIN = { quiet_from: '22:00', quiet_to: '07:00', time_zone: 'Europe/Berlin' };
const at = (text: string) => Date.parse(text);

it.each([
  ['outside of them', '2026-07-01T12:00:30Z', '2026-07-01T12:00:30Z'],
  ['past midnight', '2026-07-01T23:30:15Z', '2026-07-02T05:00:00Z'],
  ['as they begin', '2026-07-01T20:00:00Z', '2026-07-02T05:00:00Z'],
  ['as they end', '2026-07-02T05:00:00Z', '2026-07-02T05:00:00Z'],
  ['in winter', '2026-01-01T21:00:00Z', '2026-01-02T06:00:00Z'],
  ['over a night that has an hour more', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z'],
  ['over a night that has an hour less', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z'],
])('waits for the end of quiet hours: %s', (_, now, then) => {
  expect(new Date(sendableAt(BERLIN, at(now))).toISOString()).toBe(
    new Date(at(then)).toISOString(),
  );
});

it('waits for nothing where there are none', () => {
  expect(sendableAt(null, at('2026-07-01T23:30:00Z'))).toBe(at('2026-07-01T23:30:00Z'));
});

import { expect, it } from 'vitest';
import { LineFault, readLine } from './read-line.ts';

const COINS = [
  { coin_id: 'bitcoin', symbol: 'BTC', name: 'Bitcoin' },
  { coin_id: 'ethereum', symbol: 'ETH', name: 'Ethereum' },
  { coin_id: 'shiba-inu', symbol: 'SHIB', name: 'Shiba Inu' },
];
const read = (line: string) => readLine(line, COINS);

it('reads levels', () => {
  expect(read('BTC < 60k for 5 min')).toEqual({
    coins: ['bitcoin'],
    condition: { quantity: 'price', direction: 'below', bound: 60_000, for_s: 300 },
    recurring: false,
  });
  expect(read('eth, bitcoin crosses above $4,000.50 every time')).toEqual({
    coins: ['ethereum', 'bitcoin'],
    condition: { quantity: 'price', direction: 'crosses_above', bound: 4_000.5 },
    recurring: true,
  });
  expect(read('Shiba Inu over .00002 USD').condition.bound).toBe(0.00002);
  expect(read('btc>=1.2m').condition).toMatchObject({ direction: 'above', bound: 1_200_000 });
});

it('reads moves', () => {
  expect(read('any moves down 5% in 1 h')).toEqual({
    coins: null,
    condition: { quantity: 'move', direction: 'below', bound: -5, window_min: 60 },
    recurring: false,
  });
  expect(read('ETH +3.5 % within 15 min').condition).toMatchObject({ bound: 3.5, window_min: 15 });
});

it.each([
  ['DOGE > 1', /no coin that is followed: DOGE/],
  ['BTC > 0', /no price over 0/],
  ['BTC < -5', /no price over 0/],
  ['BTC moves up 5% in 7 min', /a window that there is not/],
  ['tell me when it moons', /is not understood; write it as/],
  ['BTC < 60k for five minutes', /is not understood/],
])('says what is wrong with %s', (line, fault) => {
  expect(() => read(line)).toThrow(LineFault);
  expect(() => read(line)).toThrow(fault);
});

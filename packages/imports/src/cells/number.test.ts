import { Amount, writeAmount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commaMeaning, readNumber } from './number.ts';

function read(text: string, comma: 'decimal' | 'grouping' | null = null): string | null {
  const cell = readNumber(text, comma);
  return cell === null ? null : `${writeAmount(cell.amount)} ${cell.unit}`.trim();
}

describe('a number in a cell', () => {
  it.each([
    ['7,550.71', '7550.71'],
    ['0,00014346', '0.00014346'],
    ['2,235,532.18', '2235532.18'],
    ['9 212.82', '9212.82'],
    ['9\u00a0212,82', '9212.82'],
    ["1'234'567.5", '1234567.5'],
    ['4.312,50', '4312.5'],
    ['1.234.567', '1234567'],
    ['($519.83)', '-519.83 $'],
    ['-€15.75', '-15.75 €'],
    ['€-15.75', '-15.75 €'],
    ['\u221215', '-15'],
    ['500DOGE', '500 DOGE'],
    ['0.0000020100BTC', '0.00000201 BTC'],
    ['71000,00 CZK', '71000 CZK'],
    ['2,235,532.18 CZK', '2235532.18 CZK'],
    ['Kč2,771.82', '2771.82 Kč'],
    ['3.8E-7', '0.00000038'],
    ['0E-8', '0'],
    ['1.0e-08', '0.00000001'],
    ['.5', '0.5'],
    ['12345678901234567890.123456789012345678', '12345678901234567890.123456789012345678'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '1,55444E+13',
    '1_000',
    '0x10',
    'Infinity',
    'NaN',
    '1.2.3',
    '1,2,3',
    '12,34.5',
    '0.075%',
    '1e999',
    '',
    '$',
    'BTC',
    '1 2',
    '--1a b',
  ])('%s is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('whose comma may be either mark is read only by what the column says', () => {
    expect(read('1,674')).toBeNull();
    expect(read('1,674', 'grouping')).toBe('1674');
    expect(read('95,317', 'decimal')).toBe('95.317');
    expect(commaMeaning('1,674')).toBeNull();
    expect(commaMeaning('1,674.86')).toBe('grouping');
    expect(commaMeaning('57,7348')).toBe('decimal');
    expect(commaMeaning('0,123')).toBe('decimal');
  });

  const digits = (min: number, max: number) =>
    fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));

  it('keeps every digit, however it is grouped, marked, signed and named', () => {
    const whole = digits(1, 20).map((text) => text.replace(/^0+(?=\d)/, ''));
    // Of three decimals after a comma nothing is sure.
    const fraction = digits(1, 25).filter((text) => text.length !== 3);
    const style = fc.constantFrom(
      { group: ',', mark: '.' },
      { group: '.', mark: ',' },
      { group: ' ', mark: '.' },
      { group: '', mark: '.' },
      { group: '', mark: ',' },
    );
    fc.assert(
      fc.property(
        whole,
        fraction,
        style,
        fc.boolean(),
        fc.constantFrom('', 'BTC', ' CZK', '€'),
        (a, b, { group, mark }, minus, unit) => {
          const grouped = a.replace(/\B(?=(\d{3})+$)/g, group);
          const cell = readNumber(`${minus ? '-' : ''}${grouped}${mark}${b}${unit}`, null);
          expect(cell?.unit).toBe(unit.trim());
          expect(cell?.amount.eq(new Amount(`${minus ? '-' : ''}${a}.${b}`))).toBe(true);
        },
      ),
    );
  });

  it('never throws, and is null or what the digits of the text allow', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,- '()$€eEBTC+")) }),
        ),
        (text) => {
          const cell = readNumber(text, null);
          if (cell === null) return;
          const significant = writeAmount(cell.amount)
            .replace(/\D/g, '')
            .replace(/^0+|0+$/g, '');
          expect(text.replace(/\D/g, '')).toContain(significant);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDICATORS } from './catalogue.ts';
import { CallFault, callOf, MOST_CALLS, parseCalls } from './indicator-call.ts';

const texts = (list: string) => parseCalls(list).map((call) => call.text);

function faultOf(list: string): { reason: string; at: number } {
  try {
    parseCalls(list);
  } catch (error) {
    if (error instanceof CallFault) return { reason: error.reason, at: error.at };
    throw error;
  }
  throw new Error(`“${list}” was taken`);
}

describe('a list of indicators', () => {
  it('is read with its parameters, in its order', () => {
    const [rsi, macd, sma] = parseCalls('rsi,macd(8,17,5),sma(20)');
    expect(rsi).toMatchObject({ kind: { name: 'rsi' }, parameters: [14], text: 'rsi(14)' });
    expect(macd).toMatchObject({ kind: { name: 'macd' }, parameters: [8, 17, 5] });
    expect(sma).toMatchObject({ kind: { name: 'sma' }, parameters: [20], text: 'sma(20)' });
  });

  it('takes what is usual for parameters that are left out from the right', () => {
    expect(texts('macd, macd(10), bollinger(30), rsi()')).toEqual([
      'macd(12,26,9)',
      'macd(10,26,9)',
      'bollinger(30,2)',
      'rsi(14)',
    ]);
  });

  it('has one spelling, whatever the case and the spaces', () => {
    expect(texts(' RSI ( 14 ) ,Bollinger(20,2.50),OBV')).toEqual([
      'rsi(14)',
      'bollinger(20,2.5)',
      'obv',
    ]);
  });

  it('has what is named twice once', () => {
    expect(texts('rsi,sma(5),rsi(14)')).toEqual(['rsi(14)', 'sma(5)']);
  });

  it.each([
    ['', 'Name at least one indicator, such as rsi(14).', 0],
    ['  ', 'Name at least one indicator, such as rsi(14).', 0],
    ['rsi,', 'An indicator is missing between commas.', 4],
    ['rsi,,sma', 'An indicator is missing between commas.', 4],
    ['rsi,sma(20', '“sma(20” is not written like rsi(14).', 4],
    ['rsi 14', '“rsi 14” is not written like rsi(14).', 0],
    ['rsi;drop table candles', '“rsi;drop table candl…” is not written like rsi(14).', 0],
    ['rsi,smaa(20)', 'There is no indicator “smaa”. Did you mean sma?', 4],
    ['stoch', 'There is no indicator “stoch”. Did you mean stochastic?', 0],
    ['__proto__', `There is no indicator “__proto__”. There are ${names()}.`, 0],
    ['sma(1,2)', 'sma takes at most 1 (period), not 2.', 0],
    ['obv(3)', 'obv takes no parameters, not 1.', 0],
    ['rsi(1)', 'rsi: period is a whole number from 2 to 500, not 1.', 0],
    ['sma(501)', 'sma: period is a whole number from 1 to 500, not 501.', 0],
    ['sma(2.5)', 'sma: period is a whole number from 1 to 500, not 2.5.', 0],
    ['bollinger(20,11)', 'bollinger: deviations is a number from 0.1 to 10, not 11.', 0],
    ['rsi(fourteen)', 'rsi: “fourteen” is not a number.', 0],
    ['rsi(-3)', 'rsi: “-3” is not a number.', 0],
    ['rsi(1e1)', 'rsi: “1e1” is not a number.', 0],
    ['macd(12,,9)', 'macd: a parameter is missing.', 0],
  ])('“%s” is refused', (list, reason, at) => {
    expect(faultOf(list)).toEqual({ reason, at });
  });

  it('is bounded in length and in number', () => {
    expect(faultOf('a'.repeat(501)).reason).toBe('At most 500 characters are read.');
    const many = Array.from({ length: MOST_CALLS + 1 }, (_, i) => `sma(${i + 1})`).join(',');
    expect(faultOf(many).reason).toBe('At most 20 indicators.');
  });

  it('any text is read or refused with a reason and a place in it', () => {
    const pieces = ['rsi', 'macd', '(', ')', ',', '14', ' ', '2.5', '-', 'é', '\u0000', '💥', 'x'];
    const likely = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), likely), (list) => {
        try {
          expect(parseCalls(list).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(CallFault);
          const { reason, at } = error as CallFault;
          expect(reason.length).toBeLessThan(400);
          expect(reason.isWellFormed()).toBe(true);
          expect(at).toBeLessThanOrEqual(list.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the text of a call reads back as the same call', () => {
    const anyCall = fc
      .constantFrom(...INDICATORS)
      .chain((kind) =>
        fc
          .tuple(
            ...kind.parameters.map(({ min, max, integer }) =>
              integer
                ? fc.integer({ min, max })
                : fc.integer({ min: 1, max: 100 }).map((n) => n / 10),
            ),
          )
          .map((parameters) => callOf(kind.name, parameters)),
      );
    fc.assert(
      fc.property(anyCall, (call) => {
        expect(parseCalls(call.text)).toEqual([call]);
      }),
    );
  });
});

function names(): string {
  return INDICATORS.map((kind) => kind.name).join(', ');
}

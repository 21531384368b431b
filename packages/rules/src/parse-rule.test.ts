import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../tests/kinds.ts';
import { condition, withoutSpans } from '../tests/trees.ts';
import { RULE_LIMITS } from './rule.ts';
import { parseRule } from './parse-rule.ts';
import { printRule } from './print-rule.ts';
import { pointedAt, RuleFault } from './rule-fault.ts';

const canonical = (text: string) => printRule(parseRule(text, KINDS));

function faultOf(text: string): RuleFault {
  try {
    parseRule(text, KINDS);
  } catch (error) {
    if (error instanceof RuleFault) return error;
    throw error;
  }
  throw new Error(`${text} was taken for a rule`);
}

const shown = (text: string) => {
  const fault = faultOf(text);
  return `${fault.message}\n${pointedAt(text, fault.span)}`;
};

describe('a rule', () => {
  it.each([
    ['rsi(14) < 30 and close > sma(200)', 'rsi(14) < 30 and close > sma(200)'],
    ['rsi < 30', 'rsi(14) < 30'],
    ['RSI() < 30 AND NOT Price > SMA', 'rsi(14) < 30 and not close > sma(20)'],
    ['close crosses above ema(50)', 'close crosses above ema(50)'],
    ['ema(12) Crosses Below ema(26)', 'ema(12) crosses below ema(26)'],
    ['macd.histogram > 0', 'macd(12,26,9).histogram > 0'],
    ['macd( 5 ) . signal > 0', 'macd(5,26,9).signal > 0'],
    ['macd > 0', 'macd(12,26,9) > 0'],
    ['bands(20, 2.5).upper < high', 'bands(20,2.5).upper < high'],
    ['close[1] > open [ 2 ]', 'close[1] > open[2]'],
    ['macd.signal[3] == close[0]', 'macd(12,26,9).signal[3] = close'],
    ['rsi between 30 and 70 or close != 1e3', 'rsi(14) >= 30 and rsi(14) <= 70 or close != 1000'],
    ['((close)) > (((1)))', 'close > 1'],
    ['not (not close > 1)', 'not not close > 1'],
    ['obv > -.5', 'obv > -0.5'],
    ['close > 1\n  and volume > 2.', 'close > 1 and volume > 2'],
  ])('%s is written %s', (text, written) => {
    expect(canonical(text)).toBe(written);
  });

  it.each([
    ['close > 1 or close > 2 and close > 3', 'close > 1 or (close > 2 and close > 3)'],
    ['not close > 1 and close > 2', '(not (close > 1)) and close > 2'],
    ['close > 1 + 2 * 3', 'close > (1 + (2 * 3))'],
    ['close > 1 - 2 - 3', 'close > ((1 - 2) - 3)'],
    ['close > 8 / 4 * 2', 'close > ((8 / 4) * 2)'],
    ['close > -1 * 2', 'close > ((-1) * 2)'],
    ['-close[1] < 0', '-(close[1]) < 0'],
  ])('%s is read as %s', (text, clearer) => {
    expect(withoutSpans(parseRule(text, KINDS))).toEqual(withoutSpans(parseRule(clearer, KINDS)));
  });

  it('keeps the parentheses that change what is meant, and only those', () => {
    expect(canonical('(close > 1 or close > 2) and close > 3')).toBe(
      '(close > 1 or close > 2) and close > 3',
    );
    expect(canonical('close > 1 - (2 - 3)')).toBe('close > 1 - (2 - 3)');
    expect(canonical('close > -(1 + 2) / (3 * 4)')).toBe('close > -(1 + 2) / (3 * 4)');
    expect(canonical('not (close > 1 and open > 2)')).toBe('not (close > 1 and open > 2)');
  });

  it('knows where each part of it stands', () => {
    const rule = parseRule('  rsi < 30 and close > 1', KINDS);
    expect(rule.span).toEqual({ start: 2, end: 24 });
    expect(rule).toMatchObject({ left: { left: { span: { start: 2, end: 5 } } } });
  });

  it('that is printed and read again is the same tree', () => {
    const check = fc.property(condition, (tree) => {
      const text = printRule(tree);
      fc.pre(text.length <= RULE_LIMITS.characters);
      expect(withoutSpans(parseRule(text, KINDS))).toEqual(withoutSpans(tree));
    });
    fc.assert(check, { numRuns: 2_000 });
  });

  it('that was accepted is accepted in its canonical text, which stays as it is', () => {
    const check = fc.property(condition, fc.boolean(), (tree, wide) => {
      const printed = printRule(tree);
      fc.pre(printed.length <= RULE_LIMITS.characters);
      const text = wide ? printed.toUpperCase().replaceAll(' ', '  ') : printed;
      fc.pre(text.length <= RULE_LIMITS.characters);
      expect(canonical(text)).toBe(printed);
    });
    fc.assert(check);
  });
});

describe('a fault', () => {
  it.each([
    ['rsii(14) < 30', '`rsii` is not known; did you mean `rsi`?\nrsii(14) < 30\n^^^^'],
    [
      'rsi(14) <',
      'found the end of the rule where a number, a series or an indicator is expected\nrsi(14) <\n         ^',
    ],
    [
      'rsi(14)',
      'this is a number, and a condition is expected, such as `rsi(14) < 30`\nrsi(14)\n^^^^^^^',
    ],
    [
      'close croses above 3',
      'found `croses` where a comparison, such as `<` or `crosses above` is expected; did you mean `crosses`?\nclose croses above 3\n      ^^^^^^',
    ],
    [
      'close crosses over 3',
      'found `over` where `above` or `below` is expected\nclose crosses over 3\n              ^^^^',
    ],
    [
      'macd.hist > 0',
      'found `hist` where `macd.macd`, `macd.signal`, `macd.histogram` is expected; did you mean `histogram`?\nmacd.hist > 0\n     ^^^^',
    ],
    [
      'bands < close',
      '`bands` says several things of a bar: write `bands.upper`, `bands.middle`, `bands.lower`\nbands < close\n^^^^^',
    ],
    ['rsi(0) < 30', 'period of `rsi` must be a whole number from 1 to 500\nrsi(0) < 30\n    ^'],
    [
      'rsi(-14) < 30',
      'period of `rsi` must be a whole number from 1 to 500\nrsi(-14) < 30\n    ^^^',
    ],
    ['rsi(14, 3) < 30', '`rsi` has no more parameters than period\nrsi(14, 3) < 30\n        ^'],
    ['obv(1) < 30', '`obv` has no parameters\nobv(1) < 30\n    ^'],
    [
      'close > 50,000',
      'found `,` outside an indicator; numbers have a point and no commas: `50000.5`\nclose > 50,000\n          ^',
    ],
    [
      'close > 1 && open > 2',
      '`&&` has no meaning in a rule; did you mean `and`?\nclose > 1 && open > 2\n          ^^',
    ],
    [
      'close[501] > 1',
      'found `501` where a whole number of bars ago, 0 to 500, is expected\nclose[501] > 1\n      ^^^',
    ],
    [
      '1 < close < 3',
      'only two can be compared at a time: write `a < b and b < c`, or `b between a and c`\n1 < close < 3\n          ^',
    ],
    ['close > 14x', '`14x` is neither a number nor a name\nclose > 14x\n        ^^^'],
    ['close > 1e999', 'this number is too large\nclose > 1e999\n        ^^^^^'],
    [
      '(close > 1) + 2 > 3',
      'this is a condition, and a number is expected\n(close > 1) + 2 > 3\n ^^^^^^^^^',
    ],
    [
      'close > 1 and 7',
      'this is a number, and a condition is expected, such as `rsi(14) < 30`\nclose > 1 and 7\n              ^',
    ],
    [
      '(close > 1',
      'found the end of the rule where `)` that closes a parenthesis is expected\n(close > 1\n          ^',
    ],
    ['close \u202e> 1', 'the sign U+202E has no meaning in a rule\nclose  > 1\n      ^'],
    [
      'open > 1 nad close > 2',
      'found `nad` where `and`, `or` or the end of the rule is expected; did you mean `and`?\nopen > 1 nad close > 2\n         ^^^',
    ],
    [
      'open > 1 and rsi is 3',
      'found `is` where a comparison, such as `<` or `crosses above` is expected\nopen > 1 and rsi is 3\n                 ^^',
    ],
    ['', 'found the end of the rule where a number, a series or an indicator is expected\n\n^'],
  ])('%j is shown in its place', (text, answer) => {
    expect(shown(text)).toBe(answer);
  });

  it('far into a rule is shown with what is around it', () => {
    const text = `${'close > 1 and '.repeat(20)}clsoe > 1 and ${'close > 1 and '.repeat(9)}close > 1`;
    const [line = '', carets = ''] = pointedAt(text, faultOf(text).span).split('\n');
    expect(line.length).toBeLessThan(100);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('clsoe');
  });
});

describe('a hostile text', () => {
  it('is refused past 500 characters, as it is or spelt out', () => {
    expect(faultOf(`close > 1${' '.repeat(500)}`).message).toContain('this has 509');
    const short = Array.from({ length: 60 }, () => 'macd>1').join(' or ');
    expect(short.length).toBeGreaterThan(500);
    const spelt = Array.from({ length: 49 }, () => 'macd>1').join(' or ');
    expect(faultOf(spelt).message).toContain('with its parameters spelt out');
  });

  it.each(['(', 'not ', '-'])('that nests `%s` deeper than 20 is refused', (opening) => {
    expect(faultOf(`${opening.repeat(21)}close > 1`).message).toContain('20 deep');
    const nested = `close > ${'('.repeat(20)}1${')'.repeat(20)}`;
    expect(canonical(nested)).toBe('close > 1');
  });

  it('with more than 20 different indicators is refused; one named often is one', () => {
    const many = Array.from({ length: 21 }, (_, i) => `sma(${i + 1})>1`).join(' or ');
    expect(faultOf(many).message).toBe('a rule has 20 different indicators at most, this has 21');
    const often = Array.from({ length: 21 }, () => 'sma(9)>1').join(' or ');
    expect(canonical(often)).toContain('sma(9)');
  });

  it('never does anything but parse or fault, with a place inside it', () => {
    const piece = fc.constantFrom(
      ...['rsi', 'macd', '.', 'close', '[', ']', '1', '(', ')', ',', '-', '<', 'and', 'not'],
      ...['crosses', 'above', ' ', 'between', '__proto__', 'constructor', '\u0000', '😀', '1e5'],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    const check = fc.property(text, (wild) => {
      try {
        parseRule(wild, KINDS);
      } catch (error) {
        if (!(error instanceof RuleFault)) throw error;
        const { start, end } = error.span;
        expect(start >= 0 && start <= end && end <= wild.length).toBe(true);
        expect(error.message).not.toMatch(/[^\x20-\x7e…≤≥≠×÷−]/);
        expect(pointedAt(wild, error.span).split('\n')).toHaveLength(2);
      }
    });
    fc.assert(check, { numRuns: 5_000 });
  });
});

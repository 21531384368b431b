import type { IndicatorKind, Parameter } from '@tidemark/indicators/indicator-kind';
import { RULE_LIMITS, SERIES, type IndicatorNode, type Quantity, type SeriesNode } from './rule.ts';
import { nearest } from '@tidemark/indicators/nearest';
import { RuleFault, quoted } from './rule-fault.ts';
import type { TokenReader } from './token-reader.ts';

const JOINING = ['and', 'or', 'crosses', 'between'];
const KEYWORDS = [...JOINING, 'not', 'above', 'below'];

/** Words of the language itself: those that join two things, or all. */
export function wordsFor(place: 'joining' | 'all'): readonly string[] {
  return place === 'joining' ? JOINING : KEYWORDS;
}

/**
 * Reads what begins with a name: a series or an indicator, of this bar or of one before.
 * @throws {RuleFault} when the name is not known, or what follows does not fit it
 */
export function namedQuantity(reader: TokenReader, kinds: readonly IndicatorKind[]): Quantity {
  const { text, span } = reader.next;
  const series = text === 'price' ? 'close' : SERIES.find((name) => name === text);
  const kind = kinds.find((one) => one.name === text);
  if (series === undefined && kind === undefined) throw unknown(reader, kinds);
  reader.take();
  const of: SeriesNode | IndicatorNode =
    series === undefined
      ? indicator(reader, kind as IndicatorKind, span.start)
      : { kind: 'series', name: series, span };
  const bars = barsAgo(reader);
  return bars === 0 ? of : { kind: 'past', of, bars, span: reader.spanFrom(span.start) };
}

function unknown(reader: TokenReader, kinds: readonly IndicatorKind[]): RuleFault {
  const { text, span } = reader.next;
  if (KEYWORDS.includes(text)) return reader.surprise('a number, a series or an indicator');
  const names = [...SERIES, 'price', ...kinds.map((kind) => kind.name), ...KEYWORDS];
  return new RuleFault(`${quoted(text)} is not known`, span, {
    found: quoted(text),
    expected: 'a number, a series or an indicator',
    suggestion: nearest(text, names),
  });
}

function indicator(reader: TokenReader, kind: IndicatorKind, start: number): IndicatorNode {
  const parameters = readParameters(reader, kind);
  const output = readOutput(reader, kind, start);
  const { name } = kind;
  return { kind: 'indicator', name, parameters, output, span: reader.spanFrom(start) };
}

function readParameters(reader: TokenReader, kind: IndicatorKind): number[] {
  const values: number[] = [];
  if (reader.takeIf('(') !== null && reader.takeIf(')') === null) {
    do values.push(parameter(reader, kind, values.length));
    while (reader.takeIf(',') !== null);
    reader.expect(')', `that closes the parameters of \`${kind.name}\``);
  }
  return kind.parameters.map(({ default: usual }, index) => values[index] ?? usual);
}

function parameter(reader: TokenReader, kind: IndicatorKind, index: number): number {
  const { start } = reader.next.span;
  const sign = reader.takeIf('-') === null ? 1 : -1;
  const token = reader.next;
  if (token.kind !== 'number') throw reader.surprise('a number');
  reader.take();
  const span = reader.spanFrom(start);
  const expected = kind.parameters[index];
  if (expected === undefined) throw new RuleFault(tooMany(kind), span);
  const value = sign * token.value;
  if (fits(value, expected)) return value;
  const message = `${expected.name} of \`${kind.name}\` must be ${range(expected)}`;
  throw new RuleFault(message, span, { found: String(value), expected: range(expected) });
}

function tooMany({ name, parameters }: IndicatorKind): string {
  if (parameters.length === 0) return `\`${name}\` has no parameters`;
  const names = parameters.map((parameter) => parameter.name).join(', ');
  return `\`${name}\` has no more parameters than ${names}`;
}

function fits(value: number, { min, max, integer }: Parameter): boolean {
  return value >= min && value <= max && (!integer || Number.isInteger(value));
}

function range({ min, max, integer }: Parameter): string {
  return `a ${integer ? 'whole ' : ''}number from ${min} to ${max}`;
}

/** Without a name: the only output, or the one called `value` or as the indicator itself. */
function readOutput(reader: TokenReader, { name, outputs }: IndicatorKind, start: number): string {
  const choices = outputs.map((output) => `\`${name}.${output}\``).join(', ');
  if (reader.takeIf('.') !== null) {
    const { kind, text } = reader.next;
    const output = kind === 'word' ? outputs.find((one) => one === text) : undefined;
    if (output === undefined) throw reader.surprise(choices, nearest(text, outputs));
    reader.take();
    return output;
  }
  const usual = outputs.length === 1 ? outputs[0] : outputs.find((one) => isUsual(name, one));
  if (usual !== undefined) return usual;
  const message = `\`${name}\` says several things of a bar: write ${choices}`;
  throw new RuleFault(message, reader.spanFrom(start), { expected: choices });
}

/** True for an output that may be left out whatever the others are. */
export function isUsual(indicator: string, output: string): boolean {
  return output === 'value' || output === indicator;
}

function barsAgo(reader: TokenReader): number {
  if (reader.takeIf('[') === null) return 0;
  const { next } = reader;
  const most = RULE_LIMITS.barsAgo;
  const expected = `a whole number of bars ago, 0 to ${most},`;
  if (next.kind !== 'number' || !Number.isInteger(next.value) || next.value > most) {
    throw reader.surprise(expected);
  }
  reader.take();
  reader.expect(']', 'behind the number of bars');
  return next.value;
}

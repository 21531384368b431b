import { isUsual } from './parse-name.ts';
import type { Comparison, IndicatorNode, RuleNode } from './rule.ts';

const COMPARED: Readonly<Record<Comparison, string>> = {
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
  '=': 'is exactly',
  '!=': 'is not',
};

/** A rule in words: `RSI(14) is below 30, and close is above SMA(200)`. For people; it is not read again. */
export function ruleWords(node: RuleNode): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'series':
      return node.name;
    case 'indicator':
      return indicatorWords(node);
    case 'past':
      return `${ruleWords(node.of)} ${node.bars === 1 ? 'a bar' : `${node.bars} bars`} ago`;
    case 'negate':
      return `−${grouped(node.of)}`;
    case 'arithmetic':
      return `${grouped(node.left)} ${signWord(node.sign)} ${grouped(node.right)}`;
    case 'compare':
      return `${ruleWords(node.left)} ${COMPARED[node.sign]} ${ruleWords(node.right)}`;
    case 'cross':
      return `${ruleWords(node.left)} crosses ${node.direction} ${ruleWords(node.right)}`;
    case 'not':
      return `it is not so that ${grouped(node.of)}`;
    default:
      return `${clause(node.left, node.kind)}, ${node.kind} ${clause(node.right, node.kind)}`;
  }
}

function indicatorWords({ name, parameters, output }: IndicatorNode): string {
  const values = parameters.length > 0 ? `(${parameters.join(', ')})` : '';
  const of = `${name.replaceAll('_', ' ').toUpperCase()}${values}`;
  return isUsual(name, output) ? of : `${output.replaceAll('_', ' ')} of ${of}`;
}

function signWord(sign: string): string {
  return { '*': '×', '/': '÷', '-': '−' }[sign] ?? sign;
}

/** What is made of several parts, in parentheses, so that nobody needs to know what binds tighter. */
function grouped(node: RuleNode): string {
  return 'left' in node || node.kind === 'past' ? `(${ruleWords(node)})` : ruleWords(node);
}

function clause(node: RuleNode, joint: 'and' | 'or'): string {
  const other = joint === 'and' ? 'or' : 'and';
  return node.kind === other || node.kind === 'not' ? `(${ruleWords(node)})` : ruleWords(node);
}

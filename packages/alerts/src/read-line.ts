import {
  ALERT_WINDOWS_MIN,
  type AlertCondition,
  type AlertDirection,
  type AlertRequest,
} from '@tidemark/contracts/alert';

/** A line is no alert, and why, in words for whoever wrote it. */
export class LineFault extends Error {}

/** A coin that a line may name. */
export interface NamedCoin {
  coin_id: string;
  symbol: string;
  name: string;
}

const SIGNS: Readonly<Record<string, AlertDirection>> = {
  '<': 'below',
  '<=': 'below',
  below: 'below',
  under: 'below',
  '>': 'above',
  '>=': 'above',
  above: 'above',
  over: 'above',
  'crosses above': 'crosses_above',
  'crosses below': 'crosses_below',
};
const UNITS_S: Readonly<Record<string, number>> = {
  ...{ s: 1, sec: 1, second: 1, seconds: 1 },
  ...{ m: 60, min: 60, minute: 60, minutes: 60 },
  ...{ h: 3_600, hour: 3_600, hours: 3_600, d: 86_400, day: 86_400, days: 86_400 },
};

const NUMBER = String.raw`([+-]?)\$?(\d[\d,_]*(?:\.\d+)?|\.\d+)\s*([kKmM])?`;
const SPAN = String.raw`(\d+)\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)`;
const LEVEL = new RegExp(
  String.raw`^(.+?)\s*(<=|>=|<|>|\bcrosses above|\bcrosses below|\bbelow|\bunder|\babove|\bover)\s*${NUMBER}(?:\s*usd)?(?:\s+for\s+${SPAN})?$`,
  'i',
);
const MOVE = new RegExp(
  String.raw`^(.+?)\s+(?:moves?\s+)?(up|down|[+-])\s*(\d+(?:\.\d+)?)\s*%\s+(?:in|within)\s+${SPAN}$`,
  'i',
);
const EVERY = /^(.*?),?\s+(?:every time|again and again|recurring)$/i;

/**
 * Reads an alert that is written in one line: `BTC < 60k for 5 min`, `ethereum crosses above 4,000`,
 * `any moves up 5% in 1 h`, each with `every time` behind it for one that recurs.
 * @throws LineFault that says what is not understood
 */
export function readLine(line: string, coins: readonly NamedCoin[]): AlertRequest {
  const text = line.trim().replaceAll(/\s+/g, ' ');
  const every = EVERY.exec(text);
  const [, body = text] = every ?? [];
  const recurring = every !== null;
  const move = MOVE.exec(body);
  if (move) return { coins: coinsOf(move[1] ?? '', coins), condition: moveOf(move), recurring };
  const level = LEVEL.exec(body);
  if (level) return { coins: coinsOf(level[1] ?? '', coins), condition: levelOf(level), recurring };
  throw new LineFault(
    'is not understood; write it as `BTC < 60k for 5 min` or `ETH moves up 5% in 1 h`',
  );
}

function levelOf(match: RegExpExecArray): AlertCondition {
  const [, , sign = '', minus, digits = '', thousand = '', amount, unit] = match;
  const direction = SIGNS[sign.toLowerCase()];
  const scale = { k: 1e3, m: 1e6 }[thousand.toLowerCase()] ?? 1;
  const bound = Number(digits.replaceAll(/[,_]/g, '')) * scale;
  if (!direction || minus === '-' || !(bound > 0)) throw new LineFault('has no price over 0');
  const condition: AlertCondition = { quantity: 'price', direction, bound };
  return amount ? { ...condition, for_s: secondsOf(amount, unit) } : condition;
}

function moveOf(match: RegExpExecArray): AlertCondition {
  const [, , way = '', percent = '', amount = '', unit] = match;
  const minutes = secondsOf(amount, unit) / 60;
  const window_min = ALERT_WINDOWS_MIN.find((known) => known === minutes);
  if (!window_min) {
    throw new LineFault('has a window that there is not: 5 min, 15 min, 1 h, 4 h or 24 h');
  }
  const isFall = way.toLowerCase() === 'down' || way === '-';
  const bound = Number(percent);
  if (!(bound > 0)) throw new LineFault('has no move over 0 %');
  return {
    ...{ quantity: 'move', direction: isFall ? 'below' : 'above', window_min },
    bound: isFall ? -bound : bound,
  };
}

function secondsOf(amount: string, unit = 's'): number {
  return Number(amount) * (UNITS_S[unit.toLowerCase()] ?? 1);
}

function coinsOf(words: string, coins: readonly NamedCoin[]): string[] | null {
  if (/^(any|all|every)( coins?)?$/i.test(words.trim())) return null;
  const found = words.split(/\s*(?:,|\band\b)\s*/i).map((word) => coinOf(word.trim(), coins));
  return [...new Set(found)];
}

function coinOf(word: string, coins: readonly NamedCoin[]): string {
  const small = word.toLowerCase();
  const coin =
    coins.find(({ coin_id }) => coin_id === small) ??
    coins.find(({ symbol }) => symbol.toLowerCase() === small) ??
    coins.find(({ name }) => name.toLowerCase() === small);
  if (!coin) throw new LineFault(`names no coin that is followed: ${word.slice(0, 50)}`);
  return coin.coin_id;
}

import { MINUTE_MS } from '../model/levels.ts';

/** By how much a round of a replay moves times (ms, whole minutes) and each product's ids. */
export interface Shift {
  ms: number;
  ids: (product: string) => IdShift;
}

/** How far ids move: trades as the venue counts them, and raw trades. */
export interface IdShift {
  trade: number;
  raw: number;
}

/** Whole minutes that bring `from` (epoch ms) nearest to `now`: at most half a minute from it. */
export function wholeMinutes(from: number, now: number): number {
  return Math.round((now - from) / MINUTE_MS) * MINUTE_MS;
}

type Json = Record<string, unknown>;

/** A Binance payload with its times (E, T, and t and T of a kline) and ids moved. */
export function shiftBinance(data: Json, shift: Shift): Json {
  const ids = shift.ids(String(data['s']));
  const moved = moveNumbers(data, {
    E: shift.ms,
    T: shift.ms,
    a: ids.trade,
    f: ids.raw,
    l: ids.raw,
  });
  if (data['e'] === 'trade' && typeof data['t'] === 'number') moved['t'] = data['t'] + ids.raw;
  const kline = data['k'];
  if (typeof kline === 'object' && kline !== null) {
    const by = { t: shift.ms, T: shift.ms, f: ids.raw, L: ids.raw };
    moved['k'] = moveNumbers(kline as Json, by);
  }
  return moved;
}

/** A Coinbase frame with its time and ids moved. */
export function shiftCoinbase(frame: Json, shift: Shift): Json {
  const ids = shift.ids(String(frame['product_id']));
  const moved = moveNumbers(frame, { trade_id: ids.trade, last_trade_id: ids.trade });
  const time = frame['time'];
  if (typeof time === 'string') moved['time'] = shiftIso(time, shift.ms);
  return moved;
}

/** Moves an ISO time and keeps the digits below a millisecond; leaves alone what is no time of our age. */
export function shiftIso(time: string, ms: number): string {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3})(\d*))?Z$/.exec(time);
  const at = Date.parse(time);
  if (!parts || Number.isNaN(at) || at < 0) return time;
  const fraction = parts[2] === undefined ? '' : `.${parts[2]}${parts[3] ?? ''}`;
  return `${new Date(at + ms).toISOString().slice(0, 19)}${fraction}Z`;
}

function moveNumbers(value: Json, by: Record<string, number>): Json {
  const moved = { ...value };
  for (const [key, amount] of Object.entries(by)) {
    const old = value[key];
    if (typeof old === 'number') moved[key] = old + amount;
  }
  return moved;
}

import type { Recording } from './recording.ts';

const PRODUCT = 'USDT-USD';
const STEP_MS = 1000;

/**
 * The recordings, and a trade of USDT-USD at 1 each second where Binance was recorded and that rate was not: without
 * one a reader has no dollar price of what Binance quotes in USDT.
 */
export function withSteadyRate(recordings: readonly Recording[]): readonly Recording[] {
  const binance = recordings.find((recording) => recording.venue === 'binance');
  const known = recordings.some(({ frames }) =>
    frames.some((frame) => frame.value?.['product_id'] === PRODUCT),
  );
  return binance && !known ? [...recordings, steadyRate(binance)] : recordings;
}

function steadyRate(beside: Recording): Recording {
  const first = beside.frames[0]?.at ?? 0;
  const last = beside.frames.at(-1)?.at ?? first;
  const seconds = Math.floor((last - first) / STEP_MS) + 1;
  return {
    venue: 'coinbase',
    frames: Array.from({ length: seconds }, (_, i) => rateFrame(first + i * STEP_MS, i + 1)),
  };
}

function rateFrame(at: number, id: number) {
  const value = {
    type: 'match',
    trade_id: id,
    maker_order_id: '00000000-0000-4000-8000-000000000001',
    taker_order_id: '00000000-0000-4000-8000-000000000002',
    side: 'sell',
    size: '1',
    price: '1',
    product_id: PRODUCT,
    sequence: id,
    time: new Date(at).toISOString().replace('Z', '000Z'),
  };
  return { at, raw: JSON.stringify(value), value };
}

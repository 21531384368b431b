import { randomness } from './randomness.ts';

const BEGIN = Date.UTC(2021, 0, 1);

/** A Binance statement: trades of three rows (had, paid, fee), each in a second of its own. */
export function madeStatement(rows: number): Uint8Array {
  const random = randomness(3);
  const lines = ['User_ID,UTC_Time,Account,Operation,Coin,Change,Remark'];
  for (let i = 0; lines.length <= rows; i += 1) {
    const time = stamp(BEGIN + i * 600_000);
    const row = (operation: string, coin: string, change: string) =>
      lines.push(`12345678,${time},Spot,${operation},${coin},${change},`);
    const had = random();
    row('Buy', 'BTC', had.toFixed(8));
    row('Transaction Related', 'USDT', (-had * 30_000).toFixed(8));
    row('Fee', 'BNB', (-had / 300).toFixed(8));
  }
  return bytesOf(lines.slice(0, rows + 1));
}

/** Coinbase's transaction history in its shape of 2024: purchases, sales and rewards. */
export function madeCoinbaseFile(rows: number): Uint8Array {
  const random = randomness(5);
  const lines = [
    'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
  ];
  for (let i = 0; i < rows; i += 1) {
    const [kind, sign] = [
      ['Buy', 1] as const,
      ['Sell', -1] as const,
      ['Staking Income', 1] as const,
    ][i % 3] as readonly [string, number];
    const quantity = random() * 2;
    const [price, fee] = [2_000 + random() * 100, random()];
    const subtotal = quantity * price;
    const figures = [price, subtotal, subtotal + fee * sign, fee].map((n) => `$${n.toFixed(5)}`);
    const id = (i + 1).toString(16).padStart(24, '0');
    const shown = (quantity * sign).toFixed(9);
    lines.push(
      `${id},${stamp(BEGIN + i * 600_000)} UTC,${kind},ETH,${shown},USD,${figures.join()},`,
    );
  }
  return bytesOf(lines);
}

function stamp(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

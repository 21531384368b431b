/** Files as two exchanges give them out, of what one person did there; made up. */
export interface ExportFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

function csv(name: string, lines: readonly string[]): ExportFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) };
}

/** A statement of Binance: four transactions of nine rows, and a row that no clock ever showed. */
export const BINANCE = csv('binance.csv', [
  'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
  '4711,2026-01-05 09:00:00,Spot,Deposit,EUR,5000,',
  '4711,2026-01-05 09:12:31,Spot,Transaction Buy,BTC,0.04,',
  '4711,2026-01-05 09:12:31,Spot,Transaction Spend,EUR,-3201.5,',
  '4711,2026-01-05 09:12:31,Spot,Transaction Fee,EUR,-3.3,',
  '4711,2026-03-01 00:10:00,Earn,Simple Earn Flexible Interest,ETH,0.0004,',
  '4711,2026-04-02 11:00:05,Spot,Transaction Sold,BTC,-0.01,',
  '4711,2026-04-02 11:00:05,Spot,Transaction Revenue,EUR,910.4,',
  '4711,2026-04-02 11:00:05,Spot,Transaction Fee,EUR,-0.91,',
  '4711,2026-05-05 25:00:05,Spot,Deposit,SOL,3,',
]);

/** Coinbase, with its lines before the header: three transactions. */
export const COINBASE = csv('coinbase.csv', [
  '',
  'Transactions',
  'User,Ada Example,7e9a7e9e-0f49-4a9c-9f0e-1a7c0c4f7b11',
  'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
  '66aa01,2026-01-20 10:00:00 UTC,Deposit,EUR,2000,EUR,€1.00,€2000.00,€2000.00,€0.00,Deposit of €2000',
  '66aa02,2026-01-21 10:05:00 UTC,Buy,SOL,10,EUR,€120.00,€1200.00,€1205.00,€5.00,Bought 10 SOL for 1205 EUR',
  '66aa03,2026-02-02 12:00:00 UTC,Staking Income,SOL,0.012,EUR,€118.00,€1.42,€1.42,€0.00,',
]);

/** Of no venue: its columns have to be told. */
export const OWN = csv('own.csv', [
  'When,Got,Coin that came,Gave,Coin that went,Why',
  '2026-01-03 10:00:00,1.5,ETH,0.05,BTC,first',
  '2026-01-04 10:00:00,100,ADA,0.001,BTC,second',
]);

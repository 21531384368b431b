/**
 * Binance trades, one row a fill, UTC:
 *
 *     Date(UTC);Market;Type;Price;Amount;Total;Fee;Fee Coin      (to 2021)
 *     Date(UTC),Pair,Side,Price,Executed,Amount,Fee              (since; a mark before it)
 *
 * The second glues unit to number (`500DOGE`, `0.0000020100BTC`), and tells by it where the pair parts. Lines of it are often
 * quoted as a whole, since it was opened and saved again.
 */
import { bookTrade, feeLeg, type Leg } from '../booking.ts';
import { readGlued } from '../cells/glued.ts';
import { readNumber } from '../cells/number.ts';
import { readPair, type Pair } from '../cells/pair.ts';
import { readSide } from '../cells/side.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

/** What Binance trades against: no dollars, so that ARBUSD is not ARB. */
export const BINANCE_QUOTES: ReadonlySet<string> = new Set(
  (
    'USDT BUSD USDC FDUSD TUSD USDP PAX USDS DAI UST VAI BTC ETH BNB XRP TRX DOGE DOT SOL EUR GBP AUD TRY BRL RUB UAH NGN IDRT ' +
    'BIDR BVND BKRW ZAR PLN RON ARS JPY MXN COP CZK'
  ).split(' '),
);

function sideOf(sheet: Sheet, row: Row, titles: string): 'buy' | 'sell' {
  const side = readSide(sheet.text(row, titles));
  if (side === null)
    throw sheet.refusal(titles, `${shown(sheet.text(row, titles))} is neither buy nor sell`);
  return side;
}

/** The pair where two cells end in its two halves. */
function gluedPair(pair: string, executed: string, amount: string): Pair | null {
  for (let at = 1; at < pair.length; at += 1) {
    const [base, quote] = [pair.slice(0, at), pair.slice(at)];
    const parts = [executed.slice(0, -base.length), amount.slice(0, -quote.length)];
    const isNumber = parts.every((part) => readNumber(part, 'grouping')?.unit === '');
    if (executed.endsWith(base) && amount.endsWith(quote) && isNumber) return { base, quote };
  }
  return null;
}

/** The fee with its coin glued to it; none where the cell is empty. */
export function gluedFee(sheet: Sheet, text: string, { base, quote }: Pair): Leg[] {
  if (text === '') return [];
  const fee = readGlued(text, [base, quote]);
  if (fee === null) throw sheet.refusal('fee', `${shown(text)} is no amount`);
  if (fee.amount.eq(0)) return [];
  if (fee.unit === '') throw sheet.refusal('fee', 'names no coin');
  return [feeLeg(fee.unit, fee.amount)];
}

function readTrade(sheet: Sheet, row: Row): Booking {
  const [name, executed, amount] = ['pair', 'executed', 'amount'].map((title) =>
    sheet.text(row, title).toUpperCase(),
  );
  const pair =
    gluedPair(name ?? '', executed ?? '', amount ?? '') ??
    readPair(name ?? '', { quotes: BINANCE_QUOTES });
  if (pair === null)
    throw sheet.refusal('pair', `${shown(name ?? '')} cannot be parted into two coins`);
  const numberIn = (title: string, unit: string) => {
    const text = sheet.text(row, title).toUpperCase();
    const read = readNumber(text.endsWith(unit) ? text.slice(0, -unit.length) : text, 'grouping');
    if (read === null || read.unit !== '')
      throw sheet.refusal(title, `${shown(text)} is no amount of ${unit}`);
    return read.amount;
  };
  // Bare numbers have their coin in a column of its own.
  const fee = gluedFee(sheet, sheet.text(row, 'fee') + sheet.text(row, 'feecoin'), pair);
  return bookTrade({
    time: sheet.time(row, 'dateutc|date|time'),
    wallet: 'Binance Spot',
    side: sideOf(sheet, row, 'side'),
    ...pair,
    quantity: numberIn('executed', pair.base),
    total: numberIn('amount', pair.quote),
    fees: fee,
  });
}

function readOld(sheet: Sheet, row: Row): Booking {
  const feeCoin = sheet.assetOr(row, 'feecoin');
  const market = sheet.text(row, 'market|pair');
  const pair = readPair(market, {
    quotes: BINANCE_QUOTES,
    assets: feeCoin === null ? [] : [feeCoin],
  });
  if (pair === null)
    throw sheet.refusal('market|pair', `${shown(market)} cannot be parted into two coins`);
  const fee = sheet.amountOr(row, 'fee');
  if (fee?.eq(0) === false && feeCoin === null) throw sheet.refusal('feecoin', 'is empty');
  return bookTrade({
    time: sheet.time(row, 'dateutc|date|time'),
    wallet: 'Binance Spot',
    side: sideOf(sheet, row, 'type|side'),
    ...pair,
    quantity: sheet.amount(row, 'amount'),
    total: sheet.amount(row, 'total'),
    fees: fee === null || feeCoin === null ? [] : [feeLeg(feeCoin, fee)],
  });
}

export const binanceTrades: Preset = {
  name: 'binance-trades',
  recognise: (header) =>
    hasColumns(header, 'dateutc', 'pair', 'side', 'price', 'executed', 'amount', 'fee') ||
    hasColumns(
      header,
      'dateutc',
      'market|pair',
      'type|side',
      'price',
      'amount',
      'total',
      'fee',
      'feecoin',
    ),
  read: (sheet, outcomes) => {
    const read = sheet.has('executed') ? readTrade : readOld;
    outcomes.takeEach(sheet.rows, (row) => read(sheet, row));
  },
};

/**
 * Venues whose columns say all there is, so that a mapping reads them.
 *
 * - Exodus: `DATE,TYPE,FROMPORTFOLIO,TOPORTFOLIO,OUTAMOUNT,OUTCURRENCY,FEEAMOUNT,FEECURRENCY,…,INAMOUNT,INCURRENCY,…`, 17 or 18
 *   columns, ISO times; what goes out and the fee are negative, the fee on top.
 * - Koinly: the trade template `Koinly Date,Pair,Side,Amount,Total,Fee Amount,…`, and `Date,Sent Amount,Sent Currency,Received
 *   Amount,…,Label,Description,TxHash`, UTC; currencies may be `WFLR;9546698`.
 * - CoinTracking: `"Type","Buy","Cur.","Sell","Cur.","Fee","Cur.",…`, three columns of one name, in English and German; `-` or nothing
 *   for empty. The fee stands beside the amounts.
 * - Delta: `Date,Way,Base amount,Base currency (name),…`, an offset behind each time, `SOL (Solana)`.
 * - KuCoin, conversions: `UID,Account Type,Payment Account,Sell,Buy,Price,Tax,Time of Update(UTC+02:00),Status`, the coin beside
 *   each amount.
 * - rotki: `Type,Location,Currency,Amount,Fee,Fee Currency,Description,Timestamp`, epoch ms, and its trades by what was spent and had.
 * - BittyTax: `Type,Buy Quantity,Buy Asset,…,Sell Quantity,Sell Asset,…,Fee Quantity,Fee Asset,…,Wallet,Timestamp,Note`, UTC.
 */
import { MappedReader } from '../generic/mapped.ts';
import type { Mapping } from '../generic/mapping.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Preset } from '../preset.ts';

function mapped(name: string, venue: string, mapping: Mapping, ...columns: string[]): Preset {
  return {
    name,
    recognise: (header) => hasColumns(header, ...columns),
    read: (sheet, outcomes) => {
      const reader = new MappedReader(sheet, mapping, venue);
      outcomes.takeEach(sheet.rows, (row) => reader.read(row));
    },
  };
}

export const exodus = mapped(
  'exodus',
  'Exodus',
  {
    time: 'date',
    type: 'type',
    outAmount: 'outamount',
    outAsset: 'outcurrency',
    inAmount: 'inamount',
    inAsset: 'incurrency',
    fee: 'feeamount',
    feeAsset: 'feecurrency',
    reference: 'outtxid|intxid',
    note: 'personalnote',
  },
  'date',
  'type',
  'outamount',
  'outcurrency',
  'inamount',
  'incurrency',
  'feeamount',
);

export const koinlyTrades = mapped(
  'koinly-trades',
  '',
  {
    time: 'koinlydate',
    pair: 'pair',
    side: 'side',
    quantity: 'amount',
    total: 'total',
    fee: 'feeamount',
    feeAsset: 'feecurrency',
    reference: 'tradeid|orderid',
  },
  'koinlydate',
  'pair',
  'side',
  'amount',
  'total',
);

export const koinly = mapped(
  'koinly',
  '',
  {
    time: 'koinlydate|date|dateutc',
    type: 'label|tag|type',
    outAmount: 'sentamount',
    outAsset: 'sentcurrency',
    inAmount: 'receivedamount',
    inAsset: 'receivedcurrency',
    fee: 'feeamount',
    feeAsset: 'feecurrency',
    reference: 'txhash',
    note: 'description',
    wallet: 'sendingwallet|receivingwallet',
  },
  'koinlydate|date|dateutc',
  'sentamount',
  'sentcurrency',
  'receivedamount',
  'receivedcurrency',
  'label|tag|txhash',
);

export const cointracking = mapped(
  'cointracking',
  '',
  {
    time: 'date|datum|tradedate',
    type: 'type|typ',
    inAmount: 'buy|kauf',
    inAsset: 'cur',
    outAmount: 'sell|verkauf',
    outAsset: 'cur#2',
    fee: 'fee|gebühr',
    feeAsset: 'cur#3',
    wallet: 'exchange|börse',
    note: 'comment|kommentar',
    reference: 'txid',
  },
  'type|typ',
  'buy|kauf',
  'cur',
  'sell|verkauf',
  'cur#2',
  'date|datum|tradedate',
);

export const delta = mapped(
  'delta',
  '',
  {
    time: 'date',
    side: 'way',
    base: 'basecurrencyname|basecurrency',
    quote: 'quotecurrency',
    quantity: 'baseamount',
    total: 'quoteamount',
    fee: 'feeamount',
    feeAsset: 'feecurrencyname|feecurrency',
    wallet: 'exchange',
    note: 'notes',
  },
  'date',
  'way',
  'baseamount',
  'basecurrencyname|basecurrency',
  'quoteamount',
  'quotecurrency',
);

export const rotkiEvents = mapped(
  'rotki-events',
  '',
  {
    time: 'timestamp',
    type: 'type',
    asset: 'currency',
    amount: 'amount',
    fee: 'fee',
    feeAsset: 'feecurrency',
    wallet: 'location',
    note: 'description',
  },
  'type',
  'location',
  'currency',
  'amount',
  'timestamp',
);

export const rotkiTrades = mapped(
  'rotki-trades',
  '',
  {
    time: 'timestamp',
    inAmount: 'receiveamount|buyamount',
    inAsset: 'receivecurrency|basecurrency',
    outAmount: 'spendamount|sellamount',
    outAsset: 'spendcurrency|quotecurrency',
    fee: 'fee',
    feeAsset: 'feecurrency',
    wallet: 'location',
    note: 'description',
  },
  'location',
  'timestamp',
  'receiveamount',
  'receivecurrency',
  'spendamount',
  'spendcurrency',
);

export const bittytax = mapped(
  'bittytax',
  '',
  {
    time: 'timestamp',
    type: 'type',
    inAmount: 'buyquantity',
    inAsset: 'buyasset',
    outAmount: 'sellquantity',
    outAsset: 'sellasset',
    fee: 'feequantity',
    feeAsset: 'feeasset',
    wallet: 'wallet',
    note: 'note',
  },
  'type',
  'buyquantity',
  'buyasset',
  'sellquantity',
  'sellasset',
  'timestamp',
);

export const kucoinConversions = mapped(
  'kucoin-conversions',
  'KuCoin',
  { time: 'timeofupdate', inAmount: 'buy', outAmount: 'sell', status: 'status' },
  'uid',
  'sell',
  'buy',
  'timeofupdate',
);

import { columnOf, type Header } from '../sheet-header.ts';
import type { Mapping } from './mapping.ts';

/** Titles by what they name, the surer first; English, German, Czech, Japanese as exports have them. */
const TITLES: Readonly<Record<Exclude<keyof Mapping, 'dateOrder'>, string>> = {
  time:
    'timestamp|dateutc|datetimeutc|timeutc|utctime|utcdate|datetime|date|time|datum|日時|transacttime|createdat|createdtime|completedat|' +
    'completedtime|confirmedat|createtime|tradedate|dealtime|deposittime|dateandtime|unixtimestamp|closed|lastupdated|fdate|date0100|date01|' +
    'tradetime|operationdate|dateoperation|datedoperation|timestamputc|transactionreleasedat',
  clock: 'clock',
  zone: 'timezone',
  type: 'transactiontype|type|typ|action|operation|activitytype|transacttype|transaction|referencetype|kind|tradetype|tag|label',
  side: 'side|typedetail|buysell|direction|dealtype|tradetype',
  status: 'status|state|confirmed|ステータス|transactstatus|fstatus|errcode',
  inAmount:
    'buyquantity|buyamount|receivedquantity|receivedamount|incomingamount|amountcredited|inamount|toamount|creditamount|credit|destinationamount|' +
    'valueineth|receiveamount|valuein',
  inAsset:
    'buyasset|buycurrency|receivedcurrency|incomingasset|creditcurrency|incurrency|tocurrency|destinationcurrency|receivecurrency|product',
  outAmount:
    'sellquantity|soldquantity|sellamount|sentquantity|sentamount|outgoingamount|amountdebited|outamount|fromamount|debitamount|debit|' +
    'originamount|spendamount',
  outAsset:
    'sellasset|soldcurrency|sellcurrency|sentcurrency|outgoingasset|debitcurrency|outcurrency|fromcurrency|origincurrency|spendcurrency|product',
  pair: 'pair|market|symbolpair|instrument|currencypair|product|pairs',
  base: 'base|basecurrency|basecurrencyname|baseasset|amountcurrency|currencyamount|částkaměny',
  quote: 'quote|quotecurrency|quoteasset|pricecurrency|currencyprice|cenaměny',
  quantity: 'quantity|quantitybase|qty|filledamount|size|volume|baseamount|units|quantite|lastqty',
  price: 'price|unitprice|tradedprice|tradeprice|lastpx|cours|cena',
  total: 'totalquote|quoteamount|funds',
  asset:
    'asset|coin|cointype|cryptocurrency|coinsymbol|currencyticker|symbol|product|currency|währung|コイン|amountcurrency|valuecurrency|' +
    'currencyamount|částkaměny|devise',
  amount:
    'amount|coinamount|zuabgang|数量|quantity|famount|valueamount|volume|amountbtc|btcamount|change|částka|montant|lastqty',
  fee: 'feetotal|feeamount|feequantity|feebtc|fee|fees|commission|commissionpaid|feesquote|transactionfee|feeamountpaid|frais|poplatek',
  feeAsset: 'feecurrency|currencyfee|poplatekměny|feeasset|feecoin|feeunit|feecurrencyname',
  wallet: 'wallet|location',
  reference:
    'txhash|txid|transactionid|tradeid|orderid|orderuuid|uuid|reference|referenz|id|internalid',
  note: 'note|notes|description|comment|memo|details|popisek',
};

type Titles = Partial<Record<Exclude<keyof Mapping, 'dateOrder'>, string>>;

function guessed(header: Header): Titles {
  const found: Titles = {};
  for (const [key, titles] of Object.entries(TITLES) as [keyof Titles, string][]) {
    const title = titles
      .toLowerCase()
      .split('|')
      .find((each) => columnOf(header, each) !== undefined);
    if (title !== undefined) found[key] = title;
  }
  return found;
}

function without(found: Titles, ...keys: (keyof Titles)[]): void {
  for (const key of keys) Reflect.deleteProperty(found, key);
}

/**
 * What the columns of a file nobody knows are, by their names alone; null where there is no time, or nothing that moved. Both
 * sides count before a pair, a pair before one amount.
 */
export function guessMapping(header: Header): Mapping | null {
  const found = guessed(header);
  const { time } = found;
  if (time === undefined) return null;
  const sides = found.inAmount !== undefined && found.outAmount !== undefined;
  const hasSide = found.side !== undefined || found.type !== undefined;
  const hasPair =
    found.pair !== undefined || (found.base !== undefined && found.quote !== undefined);
  const trade = hasPair && hasSide && (found.quantity ?? found.amount) !== undefined;
  const movement = found.amount !== undefined;
  if (sides)
    without(found, 'pair', 'base', 'quote', 'quantity', 'price', 'total', 'asset', 'amount');
  else without(found, 'inAmount', 'inAsset', 'outAmount', 'outAsset');
  // A security or a coin with its price in one currency: the symbol is the base.
  const priced = found.price !== undefined && found.quantity !== undefined && hasSide;
  if (
    !sides &&
    !trade &&
    priced &&
    columnOf(header, 'symbol|code|ticker') !== undefined &&
    columnOf(header, 'currency|currencyprimary|devise') !== undefined
  ) {
    return {
      ...found,
      time,
      base: 'symbol|code|ticker',
      quote: 'currency|currencyprimary|devise',
      asset: 'currency|currencyprimary|devise',
    };
  }
  if (!sides && !trade) without(found, 'pair', 'base', 'quote');
  return sides || trade || movement ? { ...found, time } : null;
}

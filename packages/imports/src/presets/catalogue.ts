import { binanceOrders } from './binance-orders.ts';
import { binanceAutoInvest, binanceEarnings, binanceTransfers } from './binance-other.ts';
import { binanceStatement } from './binance-statement.ts';
import { binanceTrades } from './binance-trades.ts';
import { bybitAccount, bybitFunding } from './bybit.ts';
import { coinbaseProAccount, coinbaseProFills } from './coinbase-pro.ts';
import { coinbase } from './coinbase.ts';
import { cryptoComExchange } from './crypto-com-exchange.ts';
import { cryptoCom } from './crypto-com.ts';
import { krakenLedgers } from './kraken-ledgers.ts';
import { krakenTrades } from './kraken-trades.ts';
import { okxAccount, okxFunding, okxTrades } from './okx.ts';
import { bitfinexLedger, bitfinexTrades } from './bitfinex.ts';
import { bitflyer } from './bitflyer.ts';
import { bitpanda } from './bitpanda.ts';
import { bitstamp } from './bitstamp.ts';
import { bittrex } from './bittrex.ts';
import { bitvavo } from './bitvavo.ts';
import { etherscan } from './etherscan.ts';
import { gemini } from './gemini.ts';
import { ghostfolio } from './ghostfolio.ts';
import { hitbtc } from './hitbtc.ts';
import { kucoinFunds, kucoinTrades } from './kucoin.ts';
import { ledgerLive } from './ledger-live.ts';
import {
  bittytax,
  cointracking,
  delta,
  exodus,
  koinly,
  koinlyTrades,
  kucoinConversions,
  rotkiEvents,
  rotkiTrades,
} from './mapped-venues.ts';
import { nexo } from './nexo.ts';
import { revolut } from './revolut.ts';
import { tidemark } from './tidemark.ts';
import { trezorSuite, trezorSuiteOld } from './trezor-suite.ts';
import type { Preset } from '../preset.ts';

/** In the order in which they are asked: the more particular before the more general. */
export const PRESETS: readonly Preset[] = [
  tidemark,
  binanceStatement,
  binanceTrades,
  binanceOrders,
  binanceTransfers,
  binanceEarnings,
  binanceAutoInvest,
  krakenLedgers,
  krakenTrades,
  coinbase,
  coinbaseProFills,
  coinbaseProAccount,
  cryptoCom,
  cryptoComExchange,
  bybitAccount,
  bybitFunding,
  okxAccount,
  okxTrades,
  okxFunding,
  bitstamp,
  bitfinexLedger,
  bitfinexTrades,
  kucoinFunds,
  kucoinTrades,
  gemini,
  revolut,
  bitpanda,
  nexo,
  bitvavo,
  ledgerLive,
  trezorSuite,
  trezorSuiteOld,
  bittrex,
  bitflyer,
  hitbtc,
  etherscan,
  ghostfolio,
  bittytax,
  cointracking,
  delta,
  exodus,
  koinly,
  koinlyTrades,
  kucoinConversions,
  rotkiEvents,
  rotkiTrades,
];

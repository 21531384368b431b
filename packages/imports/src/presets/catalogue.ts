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
import type { Preset } from './preset.ts';

/** In the order in which they are asked: the more particular before the more general. */
export const PRESETS: readonly Preset[] = [
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
];

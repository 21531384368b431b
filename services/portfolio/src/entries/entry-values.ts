import type { ErrorDetail } from '@tidemark/contracts/errors';
import type { TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import { readAmount } from '@tidemark/ledger/amount';
import { isMoney } from './money.ts';

/** No clock and no zone is further off than that, ms. */
const AHEAD_MS = 86_400_000;

/** What the values of an entry cannot be. @param now epoch ms */
export function valueFaults(entry: TransactionRequest, now: number): ErrorDetail[] {
  return [...timeFaults(entry.time, now), ...amountFaults(entry), ...assetFaults(entry)];
}

/** In capitals where it is written in small letters throughout: `btc` is `BTC`, `stETH` stays. */
export function assetOf(text: string): string {
  return text === text.toLowerCase() ? text.toUpperCase() : text;
}

function timeFaults(text: string, now: number): ErrorDetail[] {
  const time = Date.parse(text);
  const fault = (reason: string) => [{ field: 'body.time', reason }];
  if (Number.isNaN(time)) return fault('is no time of ISO 8601');
  if (time < 0) return fault('must not be before 1970');
  return time > now + AHEAD_MS ? fault('must not be in the future') : [];
}

function amountFaults(entry: TransactionRequest): ErrorDetail[] {
  const { quantity, total, price, received, sold, bought, fee } = entry;
  const amounts: Readonly<Record<string, string | undefined>> = {
    ...{ quantity, total, price, received },
    'sold.quantity': sold?.quantity,
    'bought.quantity': bought?.quantity,
    'fee.quantity': fee?.quantity,
  };
  const faults = Object.entries(amounts).flatMap(([name, text]) =>
    text === undefined || (readAmount(text)?.gt(0) ?? false)
      ? []
      : [{ field: `body.${name}`, reason: 'must be a plain decimal over zero' }],
  );
  return faults.length > 0 ? faults : transferFaults(entry);
}

function transferFaults({ quantity, received, wallet, to_wallet }: TransactionRequest) {
  const faults: ErrorDetail[] = [];
  if (received !== undefined && quantity !== undefined && readAmount(received)?.gt(quantity)) {
    faults.push({ field: 'body.received', reason: 'must not be more than quantity, which left' });
  }
  if (to_wallet !== undefined && to_wallet.trim() === wallet?.trim()) {
    faults.push({ field: 'body.to_wallet', reason: 'must be another than wallet' });
  }
  return faults;
}

function assetFaults(entry: TransactionRequest): ErrorDetail[] {
  const { kind, currency, asset, sold, bought } = entry;
  const faults: ErrorDetail[] = [];
  if (currency !== undefined && !isMoney(currency)) {
    const reason = 'is no currency of ISO 4217; a coin for a coin is a swap';
    faults.push({ field: 'body.currency', reason });
  }
  const isOfMoney = kind === 'deposit' || kind === 'withdrawal';
  if (isOfMoney && asset !== undefined && !isMoney(assetOf(asset))) {
    const instead = kind === 'deposit' ? 'transfer_in' : 'transfer_out';
    const reason = `is no currency of ISO 4217; a coin that comes or goes is a ${instead}`;
    faults.push({ field: 'body.asset', reason });
  }
  if ((kind === 'buy' || kind === 'sell') && asset !== undefined && assetOf(asset) === currency) {
    faults.push({ field: 'body.asset', reason: 'must be another than currency' });
  }
  if (sold && bought && assetOf(sold.asset) === assetOf(bought.asset)) {
    faults.push({ field: 'body.bought.asset', reason: 'must be another than what was sold' });
  }
  return faults;
}

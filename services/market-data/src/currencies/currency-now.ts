import type { CurrencyRate } from '@tidemark/contracts/currency-rate';
import { Decimal } from 'decimal.js';
import type { EuroRate } from '../store/euro-rate-store.ts';
import { CARRIED_DAYS } from './carried-days.ts';

/** Significant digits of a quotient: twice what the reference rates have, and more. */
export const DIGITS = 12;
export const ECB = 'ecb';

const DAY_MS = 86_400_000;
/** A day's rates are of 14:15 CET. */
const CONCERTED_MS = 13.25 * 3_600_000;
/** Easter has four days without rates, and the fifth has none until its afternoon. */
const USUAL_AGE_MS = 6 * DAY_MS;

/**
 * The euro and what is told of beside it, in US dollars; `newest` are the newest reference rates. The dollar itself is not
 * among them. What is over ten days old, or lacks the newest day, is told as not known: another day's rate is not today's.
 */
export function currencyNow(newest: readonly EuroRate[], now: number): CurrencyRate[] {
  const dollar = newest.find(({ currency }) => currency === 'USD');
  if (!dollar) return [{ code: 'EUR', usd: null, source: ECB, as_of: null, quality: 'stale' }];
  const euro = { day: dollar.day, currency: 'EUR', perEuro: '1' };
  return [euro, ...newest]
    .filter(({ currency }) => currency !== 'USD')
    .map(({ day, currency, perEuro }) => {
      const age = now - Date.parse(day);
      const isOld = age > (CARRIED_DAYS + 1) * DAY_MS || day !== dollar.day;
      const usd = new Decimal(dollar.perEuro).div(perEuro).toSignificantDigits(DIGITS).toFixed();
      return {
        code: currency,
        usd: isOld ? null : usd,
        source: ECB,
        as_of: Date.parse(day) + CONCERTED_MS,
        quality: isOld ? 'stale' : age > USUAL_AGE_MS ? 'degraded' : 'good',
      };
    });
}

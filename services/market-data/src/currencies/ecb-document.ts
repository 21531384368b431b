import { SaxesParser } from 'saxes';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { EuroRate } from '../store/euro-rate-store.ts';
import type { RateBatch } from './reference-source.ts';

const EuroRateSchema = Type.Object({
  day: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
  currency: Type.String({ pattern: '^(?!EUR)[A-Z]{3}$' }),
  perEuro: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,10})?$' }),
});
const euroRate = Compile(EuroRateSchema);

/** Dearer or cheaper than any currency of the series has been by far: 1.7 million liras were a euro in 2004. */
const LEAST = 0.0001;
const MOST = 100_000_000;
/** Nobody asks about days before there was a bitcoin. */
const FIRST_DAY = '2009-01-01';
const DAY_MS = 86_400_000;

/**
 * Reads the ECB's XML of reference rates as it comes: `<Cube time="2024-01-05">` with a
 * `<Cube currency="USD" rate="1.0921"/>` for each currency. What is no rate is counted and left out; the rest holds.
 */
export class EcbDocument {
  readonly #parser = new SaxesParser();
  readonly #now: number;
  #day: string | undefined;
  #seen = new Set<string>();
  #batch: RateBatch = { rates: [], refused: 0 };

  /** `now`: epoch ms; days after tomorrow are refused. */
  constructor(now: number) {
    this.#now = now;
    this.#parser.on('opentag', ({ name, attributes }) => {
      if (name !== 'Cube') return;
      const { time, currency, rate } = attributes;
      if (time !== undefined) this.#begin(time);
      if (currency !== undefined || rate !== undefined) this.#take(currency, rate);
    });
  }

  /** The rates in a further piece of the text. @throws Error where it is no XML */
  push(text: string): RateBatch {
    this.#parser.write(text);
    return this.#taken();
  }

  /** The document is over. @throws Error where it broke off */
  end(): RateBatch {
    this.#parser.close();
    return this.#taken();
  }

  #begin(day: string): void {
    this.#day = day;
    this.#seen = new Set();
  }

  #take(currency?: string, perEuro?: string): void {
    const rate = { day: this.#day, currency, perEuro };
    if (!this.#isSound(rate) || this.#seen.has(rate.currency)) {
      this.#batch.refused += 1;
      return;
    }
    if (rate.day < FIRST_DAY) return;
    this.#seen.add(rate.currency);
    this.#batch.rates.push(rate);
  }

  #isSound(rate: unknown): rate is EuroRate {
    if (!euroRate.Check(rate)) return false;
    const value = Number(rate.perEuro);
    const time = Date.parse(rate.day);
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(rate.day);
    return isDay && time <= this.#now + DAY_MS && value >= LEAST && value <= MOST;
  }

  #taken(): RateBatch {
    const batch = this.#batch;
    this.#batch = { rates: [], refused: 0 };
    return batch;
  }
}

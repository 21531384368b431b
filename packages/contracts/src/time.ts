import Type from 'typebox';

/**
 * The earliest time that may be asked about, epoch ms: 3 March 1973. What is smaller was meant in seconds, as some APIs
 * have it: as milliseconds it is of years before there was a coin.
 */
export const EARLIEST_MS = 100_000_000_000;
/** The last one: past it PostgreSQL and ISO 8601 part ways. */
export const LATEST_MS = 253_402_300_799_999;

/** A moment in a request. @param what it bounds, such as `bars that open before` */
export const askedTimeSchema = (what: string) =>
  Type.Integer({
    minimum: EARLIEST_MS,
    maximum: LATEST_MS,
    description: `${what}, epoch ms`,
  });

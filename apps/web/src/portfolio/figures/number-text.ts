import { priceDecimals } from '../../format/price.ts';

/** Who reads, and what money of theirs is in. */
export interface Reader {
  /** BCP 47; one that no browser knows reads as English. */
  locale: string;
  /** ISO 4217. */
  currency: string;
}

export type Sign = Extract<Intl.NumberFormatOptions['signDisplay'], 'auto' | 'exceptZero'>;

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = create(locale, options);
  formats.set(key, made);
  return made;
}

function create(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat('en', options);
  }
}

/** Decimals are handed over as they are written: a binary number would lose their last digits. */
const exact = (amount: string) => amount as Intl.StringNumericLiteral;
const sizeOf = (amount: string) => Math.abs(Number(amount));

/** Decimals that a currency has: 2 of EUR, 0 of JPY. */
function decimalsOf(currency: string): number {
  const options = { style: 'currency', currency } as const;
  return formatOf('en', options).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount of money, `€1,234.50`. What its usual decimals would make nothing keeps two digits: `€0.0042`. */
export function moneyText(
  amount: string,
  { locale, currency }: Reader,
  sign: Sign = 'auto',
): string {
  const style = { style: 'currency', currency, signDisplay: sign } as const;
  const size = sizeOf(amount);
  const isSmall = size > 0 && size < Math.min(1, 10 ** (1 - decimalsOf(currency)));
  const digits = isSmall ? { maximumSignificantDigits: 2 } : {};
  return formatOf(locale, { ...style, ...digits }).format(exact(amount));
}

/** Money in few letters, for an axis: `€12.3K`. */
export function shortMoneyText(amount: number, { locale, currency }: Reader): string {
  const style = { style: 'currency', currency, notation: 'compact' } as const;
  return formatOf(locale, { ...style, maximumSignificantDigits: 4 }).format(amount);
}

/** What one unit costs: with four digits at least, however small it is. */
export function unitPriceText(amount: string, { locale, currency }: Reader): string {
  const size = sizeOf(amount);
  // Money of the reader's own currency is 1, and needs no more digits than that.
  const isPlain = size >= 1000 || size === 1;
  const decimals = isPlain ? decimalsOf(currency) : priceDecimals(size);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return formatOf(locale, { style: 'currency', currency, ...digits }).format(exact(amount));
}

/** Decimals of a quantity that is shown beside others. */
const QUANTITY_DECIMALS = 8;

/** How much of an asset, `0.00148673`: eight decimals, and of what is smaller six digits. All of them: `exactText`. */
export function quantityText(amount: string, locale: string, sign: Sign = 'auto'): string {
  const size = sizeOf(amount);
  const isSmall = size > 0 && size < 10 ** (2 - QUANTITY_DECIMALS);
  const digits = isSmall
    ? { maximumSignificantDigits: 6 }
    : { maximumFractionDigits: QUANTITY_DECIMALS };
  return formatOf(locale, { ...digits, signDisplay: sign }).format(exact(amount));
}

/** A decimal with every digit that it has, to the twentieth decimal. */
export function exactText(amount: string, locale: string): string {
  return formatOf(locale, { maximumFractionDigits: 20 }).format(exact(amount));
}

const HUNDREDTH = 0.01;

/** A percentage, `12.34%`; a thousand and more without decimals. */
export function percentText(percent: number, locale: string, sign: Sign = 'auto'): string {
  const decimals = Math.abs(percent) >= 1000 ? 0 : 2;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const options = { style: 'percent', signDisplay: sign, ...digits } as const;
  return formatOf(locale, options).format(percent / 100);
}

/** A part of a whole: what is there is never `0.00%`. */
export function shareText(percent: number, locale: string): string {
  if (percent <= 0 || percent >= HUNDREDTH / 2) return percentText(percent, locale);
  return `< ${percentText(HUNDREDTH, locale)}`;
}

/** A plain number of few decimals, such as a correlation. */
export function plainText(value: number, locale: string, decimals = 2): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return formatOf(locale, digits).format(value);
}

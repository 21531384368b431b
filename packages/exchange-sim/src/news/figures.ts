const LOCALES = { en: 'en-US', de: 'de-DE' } as const;
type Language = keyof typeof LOCALES;

/** A share as percent with one decimal: 0.0616 is `6.2%`, in German `6,2 %`. */
export function formatPercent(share: number, language: Language): string {
  const places = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const number = new Intl.NumberFormat(LOCALES[language], places).format(100 * share);
  return language === 'de' ? `${number} %` : `${number}%`;
}

/** A price in dollars with four significant digits, such as `$95,120`, in German `95.120 Dollar`. */
export function formatPrice(
  usd: number,
  language: Language,
  roundingMode: 'floor' | 'ceil' | 'halfExpand' = 'halfExpand',
): string {
  const digits = { maximumSignificantDigits: 4, roundingMode } as Intl.NumberFormatOptions;
  const number = new Intl.NumberFormat(LOCALES[language], digits).format(usd);
  return language === 'de' ? `${number} Dollar` : `$${number}`;
}

export function formatWhole(value: number, language: Language): string {
  return value.toLocaleString(LOCALES[language]);
}

import type { Preferences } from '@tidemark/contracts/preferences';
import type { SelectOption } from '../../components/form/select-field.tsx';

type Theme = Preferences['theme'];
type Method = Preferences['cost_basis_method'];

export const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export const COST_BASIS: readonly { value: Method; label: string }[] = [
  { value: 'fifo', label: 'First in, first out' },
  { value: 'lifo', label: 'Last in, first out' },
  { value: 'hifo', label: 'Highest cost first' },
  { value: 'average', label: 'Average cost' },
];

export const CURRENCIES: readonly string[] = [
  ...['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'NZD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK'],
  ...['TRY', 'INR', 'CNY', 'HKD', 'SGD', 'KRW', 'BRL', 'MXN', 'ZAR', 'AED'],
];
const LOCALES = [
  ...['en', 'en-GB', 'en-US', 'de', 'de-AT', 'de-CH', 'fr', 'fr-CH', 'es', 'it', 'nl', 'pt'],
  ...['pt-BR', 'pl', 'cs', 'da', 'nb', 'sv', 'fi', 'tr', 'uk', 'ja', 'ko', 'zh-CN', 'zh-TW'],
];

/** A name from the browser's own tables, which may not know the code. */
function nameOf(code: string, type: 'currency' | 'language'): string {
  try {
    return new Intl.DisplayNames('en', { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The usual ones and the one that is chosen, which may be any. */
function withChosen(usual: readonly string[], chosen: string): readonly string[] {
  return usual.includes(chosen) ? usual : [...usual, chosen];
}

export function currencyOptions(chosen: string): SelectOption[] {
  return withChosen(CURRENCIES, chosen).map((code) => ({
    value: code,
    label: `${code} · ${nameOf(code, 'currency')}`,
  }));
}

export function localeOptions(chosen: string): SelectOption[] {
  return withChosen(LOCALES, chosen).map((code) => ({
    value: code,
    label: nameOf(code, 'language'),
  }));
}

import { TidemarkError } from '@tidemark/contracts/errors';
import {
  DEFAULT_PREFERENCES,
  type Preferences,
  type PreferencesChange,
} from '@tidemark/contracts/preferences';

const MAX_LOCALE_CHARACTERS = 35;
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The preferences in full: what an account did not choose is the default, also when the default changes. */
export function withDefaults(chosen: PreferencesChange): Preferences {
  return {
    ...DEFAULT_PREFERENCES,
    ...chosen,
    notifications: { ...DEFAULT_PREFERENCES.notifications, ...chosen.notifications },
  };
}

/** What is chosen after a change; what the change leaves out stays. */
export function merged(chosen: PreferencesChange, change: PreferencesChange): PreferencesChange {
  const { notifications, ...rest } = change;
  const all = { ...chosen, ...rest };
  if (!notifications) return all;
  return { ...all, notifications: { ...chosen.notifications, ...notifications } };
}

/**
 * A change with its locale in canonical form (`de-ch` is `de-CH`).
 * @throws TidemarkError INVALID_REQUEST naming the field, where Intl knows no such currency or locale
 */
export function checked(change: PreferencesChange): PreferencesChange {
  const { quote_currency: currency, locale } = change;
  if (currency !== undefined && !currencies.has(currency)) {
    throw refusal('quote_currency', 'is no currency that is known here');
  }
  return locale === undefined ? change : { ...change, locale: canonical(locale) };
}

function canonical(locale: string): string {
  try {
    const [name = ''] = Intl.getCanonicalLocales(locale);
    if (name.length > 0 && name.length <= MAX_LOCALE_CHARACTERS) return name;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw refusal('locale', 'is no language tag (BCP 47)');
}

function refusal(field: string, reason: string): TidemarkError {
  return new TidemarkError('INVALID_REQUEST', `body.${field} ${reason}`, [
    { field: `body.${field}`, reason },
  ]);
}

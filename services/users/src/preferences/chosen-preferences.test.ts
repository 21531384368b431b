import {
  DEFAULT_PREFERENCES,
  PreferencesSchema,
  type PreferencesChange,
} from '@tidemark/contracts/preferences';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { checked, merged, withDefaults } from './chosen-preferences.ts';

const notifications = fc.record(
  { email: fc.boolean(), browser: fc.boolean(), security: fc.boolean() },
  { requiredKeys: [] },
);
const change: fc.Arbitrary<PreferencesChange> = fc.record(
  {
    theme: fc.constantFrom('system', 'light', 'dark'),
    quote_currency: fc.constantFrom('EUR', 'CHF', 'USD', 'JPY'),
    locale: fc.constantFrom('en', 'de-CH', 'pt-BR'),
    cost_basis_method: fc.constantFrom('fifo', 'lifo', 'hifo', 'average'),
    notifications,
  },
  { requiredKeys: [] },
);

test('whatever was chosen, the preferences are whole', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      expect(Check(PreferencesSchema, withDefaults(changes.reduce(merged, {})))).toBe(true);
    }),
  );
});

test('what a change leaves out stays, what it gives is there', () => {
  fc.assert(
    fc.property(change, change, (before, next) => {
      const old = withDefaults(before);
      const { notifications: given, ...rest } = next;
      expect(withDefaults(merged(before, next))).toEqual({
        ...old,
        ...rest,
        notifications: { ...old.notifications, ...given },
      });
    }),
  );
});

test('a change that is made twice is made once', () => {
  fc.assert(
    fc.property(change, change, (before, next) => {
      const once = merged(before, next);
      expect(merged(once, next)).toEqual(once);
    }),
  );
});

test('nothing chosen is the defaults', () => {
  expect(withDefaults({})).toEqual(DEFAULT_PREFERENCES);
});

test('a locale is kept in its canonical form', () => {
  expect(checked({ locale: 'de-ch' })).toEqual({ locale: 'de-CH' });
  expect(checked({ locale: 'zh-hant-tw' })).toEqual({ locale: 'zh-Hant-TW' });
});

test('a currency or a language that nobody knows is refused by name', () => {
  expect(() => checked({ quote_currency: 'QQQ' })).toThrow('body.quote_currency');
  expect(() => checked({ locale: 'en-u' })).toThrow('body.locale');
  expect(() => checked({ locale: 'en-en-en' })).toThrow('body.locale');
});

test('every locale that the schema lets in is kept in a form that it lets in, or refused', () => {
  const tag = fc.stringMatching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/);
  fc.assert(
    fc.property(tag, (locale) => {
      let kept: PreferencesChange;
      try {
        kept = checked({ locale });
      } catch {
        return;
      }
      expect(Check(PreferencesSchema, withDefaults(kept))).toBe(true);
    }),
  );
});

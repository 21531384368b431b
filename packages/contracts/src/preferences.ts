import Type, { type Static } from 'typebox';

export const PreferencesSchema = Type.Object(
  {
    theme: Type.Enum(['system', 'light', 'dark'], { title: 'Theme' }),
    quote_currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217, such as `EUR`' }),
    locale: Type.String({
      pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
      maxLength: 35,
      description: 'BCP 47, such as `de-CH`',
    }),
    cost_basis_method: Type.Enum(['fifo', 'lifo', 'hifo', 'average'], { title: 'CostBasisMethod' }),
    notifications: Type.Object(
      {
        email: Type.Boolean({
          description: 'kept, and read by nothing: mail comes of a channel of alerts of that kind',
        }),
        browser: Type.Boolean({
          description: 'each alert that fires is said in passing on the pages that are open',
        }),
        security: Type.Boolean({
          description: 'mail about changed passwords, addresses, second factors',
        }),
      },
      { title: 'NotificationSettings' },
    ),
  },
  { title: 'Preferences' },
);
export type Preferences = Static<typeof PreferencesSchema>;

/** What is left out stays as it is. */
export const PreferencesChangeSchema = Type.Partial(
  Type.Object({
    ...PreferencesSchema.properties,
    notifications: Type.Partial(PreferencesSchema.properties.notifications, {
      title: 'NotificationSettingsChange',
    }),
  }),
  { title: 'PreferencesChange', examples: [{ theme: 'dark' }] },
);
export type PreferencesChange = Static<typeof PreferencesChangeSchema>;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  quote_currency: 'USD',
  locale: 'en',
  cost_basis_method: 'fifo',
  notifications: { email: false, browser: true, security: true },
};

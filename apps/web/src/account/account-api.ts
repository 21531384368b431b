import { createApi } from '@reduxjs/toolkit/query/react';
import type { Preferences, PreferencesChange } from '@tidemark/contracts/preferences';
import { createAccountQuery, put } from './account-query.ts';
import { browserSession } from './session/browser-session.ts';

/**
 * The users service, as the pages use it; those that are about one thing add their own routes. What holds a secret is
 * sent with `useSend`, so that the store does not keep it.
 */
export const accountApi = createApi({
  reducerPath: 'account',
  baseQuery: createAccountQuery(browserSession),
  tagTypes: ['Sessions', 'Keys', 'TwoFactor', 'Events'],
  endpoints: (build) => ({
    preferences: build.query<Preferences, undefined>({ query: () => 'me/preferences' }),
    changePreferences: build.mutation<Preferences, PreferencesChange>({
      query: (body) => put('me/preferences', body),
    }),
  }),
});

export const { usePreferencesQuery } = accountApi;

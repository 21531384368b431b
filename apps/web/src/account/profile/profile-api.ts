import type { AccountChange } from '@tidemark/contracts/account';
import type { ApiKey, ApiKeyScope, NewApiKey } from '@tidemark/contracts/api-key';
import type { SecurityEvent } from '@tidemark/contracts/security-event';
import type { Session } from '@tidemark/contracts/session';
import type {
  RecoveryCodes,
  TwoFactorSecret,
  TwoFactorState,
} from '@tidemark/contracts/two-factor';
import type { User } from '@tidemark/contracts/user';
import { accountApi } from '../account-api.ts';
import { post, put, remove } from '../account-query.ts';

interface ApiKeyWish {
  name: string;
  scope: ApiKeyScope;
  expires_at: string | null;
}

interface Proof {
  password: string;
  code: string;
}

const EVENTS_SHOWN = 20;

/** The account itself. */
export const ownAccountApi = accountApi.injectEndpoints({
  endpoints: (build) => ({
    changeAccount: build.mutation<User, AccountChange>({
      query: (body) => put('me', body),
      invalidatesTags: ['Events'],
    }),
    changePassword: build.mutation<unknown, { current_password: string; password: string }>({
      query: (body) => put('me/password', body),
      invalidatesTags: ['Events', 'Sessions'],
    }),
    deleteAccount: build.mutation<unknown, { password: string }>({
      query: (body) => remove('me', body),
    }),
    securityEvents: build.query<SecurityEvent[], undefined>({
      query: () => `me/security-events?limit=${EVENTS_SHOWN}`,
      providesTags: ['Events'],
    }),
  }),
});

/** Who and what else may act for the account. */
export const accessApi = accountApi.injectEndpoints({
  endpoints: (build) => ({
    sessions: build.query<Session[], undefined>({
      query: () => 'me/sessions',
      providesTags: ['Sessions'],
    }),
    endSession: build.mutation<unknown, string>({
      query: (id) => remove(`me/sessions/${id}`),
      invalidatesTags: ['Sessions', 'Events'],
    }),
    logoutEverywhere: build.mutation<unknown, undefined>({
      query: () => post('logout-everywhere'),
      invalidatesTags: ['Sessions', 'Events'],
    }),
    apiKeys: build.query<ApiKey[], undefined>({
      query: () => 'me/api-keys',
      providesTags: ['Keys'],
    }),
    createApiKey: build.mutation<NewApiKey, ApiKeyWish>({
      query: (body) => post('me/api-keys', body),
      invalidatesTags: ['Keys', 'Events'],
    }),
    revokeApiKey: build.mutation<unknown, string>({
      query: (id) => remove(`me/api-keys/${id}`),
      invalidatesTags: ['Keys', 'Events'],
    }),
  }),
});

export const twoFactorApi = accountApi.injectEndpoints({
  endpoints: (build) => ({
    twoFactor: build.query<TwoFactorState, undefined>({
      query: () => 'me/two-factor',
      providesTags: ['TwoFactor'],
    }),
    beginTwoFactor: build.mutation<TwoFactorSecret, { password: string }>({
      query: (body) => post('me/two-factor', body),
    }),
    confirmTwoFactor: build.mutation<RecoveryCodes, { code: string }>({
      query: (body) => post('me/two-factor/confirm', body),
      invalidatesTags: ['TwoFactor', 'Events'],
    }),
    replaceRecoveryCodes: build.mutation<RecoveryCodes, Proof>({
      query: (body) => post('me/two-factor/recovery-codes', body),
      invalidatesTags: ['TwoFactor', 'Events'],
    }),
    disableTwoFactor: build.mutation<unknown, Proof>({
      query: (body) => remove('me/two-factor', body),
      invalidatesTags: ['TwoFactor', 'Events'],
    }),
  }),
});

export const { useSecurityEventsQuery } = ownAccountApi;
export const { useSessionsQuery, useApiKeysQuery } = accessApi;
export const { useTwoFactorQuery } = twoFactorApi;

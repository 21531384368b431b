import type { RegistrationState } from '@tidemark/contracts/account';
import type { Login, Registration, SignedIn } from '@tidemark/contracts/session';
import { currentTheme } from '../../theme/theme.ts';
import { accountApi } from '../account-api.ts';
import { type AccountNeeds, post, put } from '../account-query.ts';

const NONE: AccountNeeds = { needs: 'none' };
const OPENS: AccountNeeds = { needs: 'opens' };
/** What the page looks like now is what a new account looks like everywhere. */
const OPENS_NEW: AccountNeeds = {
  needs: 'opens',
  follow: () => put('me/preferences', { theme: currentTheme() }),
};

/** What can be asked without being signed in. */
export const signInApi = accountApi.injectEndpoints({
  endpoints: (build) => ({
    registration: build.query<RegistrationState, undefined>({
      query: () => 'registration',
      extraOptions: NONE,
      keepUnusedDataFor: 0,
    }),
    register: build.mutation<SignedIn, Registration>({
      query: (body) => post('register', body),
      extraOptions: OPENS_NEW,
    }),
    login: build.mutation<SignedIn, Login>({
      query: (body) => post('login', body),
      extraOptions: OPENS,
    }),
    forgotPassword: build.mutation<unknown, { email: string }>({
      query: (body) => post('password/forgot', body),
      extraOptions: NONE,
    }),
    resetPassword: build.mutation<unknown, { token: string; password: string }>({
      query: (body) => post('password/reset', body),
      extraOptions: NONE,
    }),
  }),
});

export const { useRegistrationQuery } = signInApi;

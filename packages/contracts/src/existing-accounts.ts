import Type, { type Static } from 'typebox';
import { UserIdSchema } from './user.ts';

/** Where services ask which accounts there are still; nobody else may. */
export const EXISTING_ACCOUNTS_PATH = '/api/users/internal/existing';
/** In one question. */
export const MAX_ASKED_ACCOUNTS = 200;

export const AskedAccountsSchema = Type.Object(
  { user_ids: Type.Array(UserIdSchema, { minItems: 1, maxItems: MAX_ASKED_ACCOUNTS }) },
  { title: 'AskedAccounts' },
);

export const ExistingAccountsSchema = Type.Object(
  {
    user_ids: Type.Array(UserIdSchema, { description: 'those that there are, closed ones too' }),
    has_accounts: Type.Boolean({
      description: 'false: there is no account at all, so this is hardly the right database',
    }),
  },
  { title: 'ExistingAccounts' },
);
export type ExistingAccounts = Static<typeof ExistingAccountsSchema>;

import Type, { type Static } from 'typebox';

export const UserRoleSchema = Type.Enum(['user', 'admin'], { title: 'UserRole' });
export type UserRole = Static<typeof UserRoleSchema>;

export const UserIdSchema = Type.String({ format: 'uuid', description: 'id of an account' });

/** Letters, digits, dot, dash and underscore; unique whatever its case. */
export const UsernameSchema = Type.String({
  title: 'Username',
  minLength: 3,
  maxLength: 50,
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
  description: 'letters, digits, `.`, `-`, `_`; begins with a letter or digit',
});

/** Unique whatever its case. */
export const EmailSchema = Type.String({ format: 'email', minLength: 3, maxLength: 100 });

/** What a new password may be; a sign-in takes any text, since rules may have been others when it was set. */
export const NewPasswordSchema = Type.String({
  title: 'NewPassword',
  minLength: 8,
  maxLength: 256,
  description: 'at least 8 characters, no common one; spaces and every script are welcome',
});
export const PasswordSchema = Type.String({ minLength: 1, maxLength: 256 });

export const UserSchema = Type.Object(
  {
    user_id: UserIdSchema,
    username: Type.String(),
    email: Type.String(),
    role: UserRoleSchema,
    is_active: Type.Boolean(),
    two_factor_enabled: Type.Boolean(),
    created_at: Type.String({ format: 'date-time' }),
  },
  { title: 'User' },
);
export type User = Static<typeof UserSchema>;

/** What an id in a path may be made of. */
export const PATH_ID = { maxLength: 64, pattern: '^[A-Za-z0-9-]+$' } as const;

/** A person's own account, or `me` for whoever asks. */
export const UserParamsSchema = Type.Object(
  {
    user_id: Type.String({ ...PATH_ID, description: 'id of your account, or `me`' }),
  },
  { title: 'UserParams' },
);

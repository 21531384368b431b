import Type, { type Static } from 'typebox';
import { EmailSchema, PasswordSchema, UsernameSchema } from './user.ts';

/** Whether anyone may make an account here. */
export const RegistrationStateSchema = Type.Object(
  {
    open: Type.Boolean(),
    first_account: Type.Boolean({ description: 'whoever registers now becomes the administrator' }),
  },
  { title: 'RegistrationState' },
);
export type RegistrationState = Static<typeof RegistrationStateSchema>;

/** What is left out stays as it is. */
export const AccountChangeSchema = Type.Object(
  {
    username: Type.Optional(UsernameSchema),
    email: Type.Optional(EmailSchema),
    current_password: Type.Optional({
      ...PasswordSchema,
      description: 'needed where the email changes',
    }),
  },
  { title: 'AccountChange', examples: [{ username: 'ada.l' }], minProperties: 1 },
);
export type AccountChange = Static<typeof AccountChangeSchema>;

export const AccountDeletionSchema = Type.Object(
  { password: PasswordSchema },
  { title: 'AccountDeletion' },
);

/** How many sessions were ended. */
export const SessionsEndedSchema = Type.Object(
  { ended: Type.Integer({ minimum: 0 }) },
  { title: 'SessionsEnded' },
);
export type SessionsEnded = Static<typeof SessionsEndedSchema>;

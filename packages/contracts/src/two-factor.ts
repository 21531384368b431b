import Type, { type Static } from 'typebox';
import { PasswordSchema } from './user.ts';

const CodeSchema = Type.String({
  minLength: 6,
  maxLength: 32,
  description: 'six digits, or a recovery code',
});

export const TwoFactorStateSchema = Type.Object(
  {
    enabled: Type.Boolean(),
    recovery_codes_left: Type.Integer({ minimum: 0 }),
  },
  { title: 'TwoFactorState' },
);
export type TwoFactorState = Static<typeof TwoFactorStateSchema>;

/** Begins the enrolment; it counts once a code has confirmed it. */
export const TwoFactorBeginSchema = Type.Object(
  { password: PasswordSchema },
  { title: 'TwoFactorBegin' },
);
export const TwoFactorSecretSchema = Type.Object(
  {
    secret: Type.String({ description: 'base32, for typing in' }),
    otpauth_url: Type.String({ description: 'for a QR code' }),
  },
  { title: 'TwoFactorSecret' },
);
export type TwoFactorSecret = Static<typeof TwoFactorSecretSchema>;

export const TwoFactorConfirmSchema = Type.Object(
  { code: CodeSchema },
  { title: 'TwoFactorConfirm' },
);
export const TwoFactorProofSchema = Type.Object(
  { password: PasswordSchema, code: CodeSchema },
  { title: 'TwoFactorProof' },
);
export const RecoveryCodesSchema = Type.Object(
  {
    recovery_codes: Type.Array(Type.String(), {
      description: 'each signs in once; shown this once',
    }),
  },
  { title: 'RecoveryCodes' },
);
export type RecoveryCodes = Static<typeof RecoveryCodesSchema>;

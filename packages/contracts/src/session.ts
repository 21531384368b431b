import Type, { type Static } from 'typebox';
import {
  EmailSchema,
  NewPasswordSchema,
  PasswordSchema,
  UserIdSchema,
  UsernameSchema,
  UserSchema,
} from './user.ts';
import { nullable } from './nullable.ts';

/** How long an access token is good for, seconds. */
export const ACCESS_TOKEN_S = 15 * 60;
/** How long a session lives without being refreshed, seconds. */
export const REFRESH_TOKEN_S = 7 * 24 * 60 * 60;

/** How long a session lives in all, however often it is refreshed, seconds. */
export const SESSION_S = 90 * 24 * 60 * 60;

/** The cookie that keeps a browser's session. Where it is marked `Secure` its name begins with `__Host-`. */
export const REFRESH_COOKIE = 'tidemark_refresh';
export const SECURE_REFRESH_COOKIE = `__Host-${REFRESH_COOKIE}`;
/** The cookie that pages read the CSRF token from. */
export const CSRF_COOKIE = 'tidemark_csrf';
export const SECURE_CSRF_COOKIE = `__Host-${CSRF_COOKIE}`;
/** The header that carries the CSRF token where the cookie says who asks. */
export const CSRF_HEADER = 'x-csrf-token';

export const RegistrationSchema = Type.Object(
  {
    username: UsernameSchema,
    email: EmailSchema,
    password: NewPasswordSchema,
  },
  {
    title: 'Registration',
    examples: [{ username: 'ada', email: 'ada@example.org', password: 'a tide of 9 words' }],
  },
);
export type Registration = Static<typeof RegistrationSchema>;

/** One of `email` and `username`; `code` where a second factor is on. */
export const LoginSchema = Type.Object(
  {
    email: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'this or `username`' }),
    ),
    username: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'this or `email`' }),
    ),
    password: PasswordSchema,
    code: Type.Optional(
      Type.String({
        maxLength: 32,
        description: 'six digits of the authenticator, or a recovery code',
      }),
    ),
  },
  {
    title: 'Login',
    examples: [{ username: 'ada', password: 'a tide of 9 words' }],
    minProperties: 2,
  },
);
export type Login = Static<typeof LoginSchema>;

/** What whoever has signed in gets. */
export const SignedInSchema = Type.Object(
  {
    user_id: UserIdSchema,
    access_token: Type.String({ description: 'for the header `Authorization: Bearer …`' }),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer({ description: 'seconds for which the access token is good' }),
    csrf_token: Type.String({
      description: 'for the header `x-csrf-token` where the cookie says who asks',
    }),
    refresh_token: Type.Optional(
      Type.String({
        description: 'for clients that are no browser; a browser has a cookie',
      }),
    ),
    user: UserSchema,
  },
  { title: 'SignedIn' },
);
export type SignedIn = Static<typeof SignedInSchema>;

/** Absent: the cookie says which session. */
export const RefreshSchema = Type.Object(
  {
    refresh_token: Type.Optional(Type.String({ minLength: 1, maxLength: 512 })),
  },
  { title: 'Refresh', examples: [{}] },
);

export const SessionSchema = Type.Object(
  {
    session_id: Type.String({ format: 'uuid' }),
    current: Type.Boolean({ description: 'the one that asks' }),
    created_at: Type.String({ format: 'date-time' }),
    last_used_at: Type.String({ format: 'date-time' }),
    expires_at: Type.String({ format: 'date-time' }),
    address: Type.String({ description: 'where it was last used from' }),
    user_agent: nullable(Type.String()),
  },
  { title: 'Session' },
);
export type Session = Static<typeof SessionSchema>;

export const PasswordChangeSchema = Type.Object(
  {
    current_password: PasswordSchema,
    password: NewPasswordSchema,
  },
  { title: 'PasswordChange' },
);
export const PasswordForgottenSchema = Type.Object(
  { email: EmailSchema },
  { title: 'PasswordForgotten', examples: [{ email: 'ada@example.org' }] },
);
/** The same whether or not there is such an account. */
export const PasswordForgottenAnswerSchema = Type.Object(
  {
    delivery: Type.Enum(['mail', 'administrator'], {
      title: 'Delivery',
      description: '`administrator`: mail is not set up; the link is in the log',
    }),
    message: Type.String(),
  },
  { title: 'PasswordForgottenAnswer' },
);
export const PasswordResetSchema = Type.Object(
  {
    token: Type.String({ minLength: 1, maxLength: 512 }),
    password: NewPasswordSchema,
  },
  { title: 'PasswordReset' },
);

/** A ticket that opens one WebSocket as whoever asked for it: `/ws/portfolio/{id}?ticket=…`. */
export const StreamTicketSchema = Type.Object(
  {
    ticket: Type.String(),
    expires_in: Type.Integer({ description: 'seconds' }),
  },
  { title: 'StreamTicket' },
);
export type StreamTicket = Static<typeof StreamTicketSchema>;

'use client';

import { Field, type FieldProps } from '../components/form/field.tsx';

type OwnProps = Partial<FieldProps>;

export function UsernameField(props: OwnProps) {
  return (
    <Field
      name="username"
      label="Username"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={50}
      {...props}
    />
  );
}

export function EmailField(props: OwnProps) {
  return (
    <Field
      name="email"
      label="Email"
      type="email"
      autoComplete="email"
      maxLength={100}
      {...props}
    />
  );
}

/** A code of an authenticator, or one for when it is lost. */
export function CodeField(props: OwnProps) {
  return (
    <Field
      name="code"
      label="Code"
      hint="Six digits from your authenticator, or one of your recovery codes."
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={32}
      {...props}
    />
  );
}

'use client';

import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import {
  useSubmission,
  type FormValues,
  type Outcome,
} from '../../components/form/use-submission.ts';
import { Button } from '../../components/ui/button.tsx';

const LABELS = { password: 'Password', code: 'Code' };

function faultsOf({ password = '', code }: FormValues) {
  return {
    ...(password === '' && { password: 'Enter your password.' }),
    ...(code?.trim() === '' && { code: 'Enter the code.' }),
  };
}

interface ProofFormProps<T> {
  action: string;
  acting: string;
  /** Whether a code is asked for beside the password. */
  withCode: boolean;
  variant?: 'accent' | 'destroy';
  send: (proof: { password: string; code: string }) => Promise<Outcome<T>>;
  onDone: (data: Exclude<T, undefined>) => void;
  onCancel: () => void;
}

/** Asks once more who it is, before the second factor is changed. */
export function ProofForm<T>(props: ProofFormProps<T>) {
  const { action, acting, withCode, variant = 'accent', send, onDone, onCancel } = props;
  const submission = useSubmission<T>({
    labels: LABELS,
    check: faultsOf,
    send: ({ password = '', code = '' }) => send({ password, code: code.trim() }),
    onDone,
  });
  const faults = submission.refusal?.fields ?? {};
  return (
    <FormBody
      submission={submission}
      action={action}
      acting={acting}
      variant={variant}
      aside={
        <Button variant="ghost" size="medium" onClick={onCancel}>
          Cancel
        </Button>
      }
      className="max-w-md"
    >
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        autoFocus
        error={faults['password']}
      />
      {withCode && (
        <Field
          name="code"
          label="Code"
          hint="Six digits from your authenticator, or a recovery code."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          error={faults['code']}
        />
      )}
    </FormBody>
  );
}

'use client';

import { FormBody } from '../../components/form/form-body.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import {
  useSubmission,
  type FormValues,
  type Outcome,
} from '../../components/form/use-submission.ts';
import { CodeField } from '../account-fields.tsx';

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
  return (
    <FormBody
      submission={submission}
      action={action}
      acting={acting}
      variant={variant}
      onCancel={onCancel}
      className="max-w-md"
    >
      <PasswordField autoFocus />
      {withCode && <CodeField />}
    </FormBody>
  );
}

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { CodeField, EmailField } from './account-fields.tsx';
import { FormBody } from '../components/form/form-body.tsx';
import { PasswordField } from '../components/form/password-field.tsx';
import { useSubmission } from '../components/form/use-submission.ts';

const REFUSAL = {
  status: 400,
  code: 'INVALID_REQUEST',
  message: 'The request does not fit.',
  details: [{ field: 'body.password', reason: 'is too common' }],
  retryAfterMs: null,
};

function SignUp({ codeAskedFor = false }) {
  const [needsCode, setNeedsCode] = useState(false);
  const submission = useSubmission({
    labels: { email: 'Email', password: 'Password' },
    check: ({ email = '' }) => (email === '' ? { email: 'Enter your email.' } : {}),
    send: () => Promise.resolve({ error: REFUSAL }),
    onDone: () => undefined,
    onRefused: () => {
      setNeedsCode(codeAskedFor);
      return codeAskedFor;
    },
  });
  return (
    <FormBody submission={submission} action="Go" acting="Going…">
      <EmailField />
      <PasswordField />
      {needsCode && <CodeField autoFocus />}
    </FormBody>
  );
}

const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Go' }));
const field = (label: string) => screen.getByLabelText(label, { selector: 'input' });
const typeEmail = () => fireEvent.change(field('Email'), { target: { value: 'ada@example.org' } });

/** What a reader hears to be wrong with a field; null: nothing. */
function faultOf(label: string): string | null {
  if (field(label).getAttribute('aria-invalid') === 'false') return null;
  const [id = ''] = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return document.getElementById(id)?.textContent ?? '';
}

afterEach(cleanup);

test('what is wrong stands under its field, which has the focus, until it is mended', async () => {
  render(<SignUp />);
  submit();
  expect([faultOf('Email'), faultOf('Password')]).toEqual(['Enter your email.', null]);
  expect(document.activeElement).toBe(field('Email'));

  typeEmail();
  submit();
  await waitFor(() => expect(faultOf('Password')).toBe('Password is too common.'));
  expect(faultOf('Email')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(field('Password')));
});

test('a field that a refusal brings has the focus', async () => {
  render(<SignUp codeAskedFor />);
  typeEmail();
  submit();
  await waitFor(() => expect(document.activeElement).toBe(field('Code')));
});

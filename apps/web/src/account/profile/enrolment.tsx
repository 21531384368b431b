'use client';

import type { RecoveryCodes, TwoFactorSecret } from '@tidemark/contracts/two-factor';
import { FormBody } from '../../components/form/form-body.tsx';
import { useSubmission } from '../../components/form/use-submission.ts';
import { CopyButton } from '../../components/ui/copy-button.tsx';
import { CodeField } from '../account-fields.tsx';
import { useSend } from '../use-send.ts';
import { twoFactorApi } from './profile-api.ts';
import { QrCode } from './qr-code.tsx';

const LABELS = { code: 'Code' };

/** Groups of four are easier to type. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

function Secret({ secret, otpauth_url }: TwoFactorSecret) {
  return (
    <div className="flex flex-col gap-4 sm:flex-row sm:items-start">
      <QrCode text={otpauth_url} label="QR code for your authenticator" />
      <div className="flex min-w-0 flex-col items-start gap-2 text-[0.8125rem]">
        <p>Scan it with an authenticator app, or type this secret into it:</p>
        <code
          data-testid="totp-secret"
          className="rounded-md border border-line bg-background/60 px-3 py-2 font-mono break-words select-all"
        >
          {inGroups(secret)}
        </code>
        <CopyButton text={secret} what="secret" />
      </div>
    </div>
  );
}

interface EnrolmentProps {
  secret: TwoFactorSecret;
  onDone: (codes: RecoveryCodes) => void;
  onCancel: () => void;
}

/** Hands the secret to an authenticator, and asks for a code of it. */
export function Enrolment({ secret, onDone, onCancel }: EnrolmentProps) {
  const confirm = useSend(twoFactorApi.endpoints.confirmTwoFactor);
  const submission = useSubmission({
    labels: LABELS,
    check: ({ code = '' }) => (code.trim() === '' ? { code: 'Enter the code.' } : {}),
    send: ({ code = '' }) => confirm({ code: code.replaceAll(/\s/g, '') }),
    onDone,
  });
  return (
    <>
      <Secret {...secret} />
      <FormBody
        submission={submission}
        action="Turn on"
        acting="Checking…"
        onCancel={onCancel}
        className="max-w-md"
      >
        <CodeField hint="The six digits that the app shows now." inputMode="numeric" autoFocus />
      </FormBody>
    </>
  );
}

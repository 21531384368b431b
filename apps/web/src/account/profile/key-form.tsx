'use client';

import type { ApiKeyScope, NewApiKey } from '@tidemark/contracts/api-key';
import { useState } from 'react';
import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useSubmission } from '../../components/form/use-submission.ts';
import { useSend } from '../use-send.ts';
import { accessApi } from './profile-api.ts';

const DAY_MS = 86_400_000;
const LABELS = { name: 'Name', scope: 'Access', expires_at: 'Expiry' };
const SCOPE_OPTIONS: readonly { value: ApiKeyScope; label: string }[] = [
  { value: 'read', label: 'Read only' },
  { value: 'read_write', label: 'Read and write' },
];
const LIVES = [
  { value: '', label: 'Never' },
  { value: '30', label: 'After 30 days' },
  { value: '90', label: 'After 90 days' },
  { value: '365', label: 'After a year' },
];

/** When a key ends that is good for so many days; an empty text: never. */
function expiryAfter(days: string, now: number): string | null {
  return days === '' ? null : new Date(now + Number(days) * DAY_MS).toISOString();
}

interface KeyFormProps {
  onMade: (key: NewApiKey) => void;
  onCancel: () => void;
}

/** Asks what a new key is for and what it may do. */
export function KeyForm({ onMade, onCancel }: KeyFormProps) {
  const [scope, setScope] = useState<ApiKeyScope>('read');
  const send = useSend(accessApi.endpoints.createApiKey);
  const submission = useSubmission({
    labels: LABELS,
    check: ({ name = '' }) => (name.trim() === '' ? { name: 'Give it a name.' } : {}),
    send: ({ name = '', expires_at: days = '' }) =>
      send({ name: name.trim(), scope, expires_at: expiryAfter(days, Date.now()) }),
    onDone: onMade,
  });
  return (
    <FormBody
      submission={submission}
      action="Create key"
      acting="Creating…"
      onCancel={onCancel}
      className="rounded-lg border border-line bg-background/50 p-4"
    >
      <Field
        name="name"
        label="Name"
        hint="What it is for, such as “spreadsheet”."
        autoComplete="off"
        maxLength={100}
        autoFocus
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="scope"
          label="Access"
          options={SCOPE_OPTIONS}
          value={scope}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setScope(SCOPE_OPTIONS.find((option) => option.value === value)?.value ?? 'read');
          }}
        />
        <SelectField name="expires_at" label="Expires" options={LIVES} defaultValue="90" />
      </div>
    </FormBody>
  );
}

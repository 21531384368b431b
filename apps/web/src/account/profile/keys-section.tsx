'use client';

import type { ApiKey, ApiKeyScope, NewApiKey } from '@tidemark/contracts/api-key';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Confirm } from '../../components/ui/confirm.tsx';
import { formatDayUtc, formatMomentUtc } from '../../format/time.ts';
import { useSend, whyNot } from '../use-send.ts';
import { KeyForm } from './key-form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { accessApi, useApiKeysQuery } from './profile-api.ts';
import { Section } from './section.tsx';
import { ShownOnce } from './shown-once.tsx';

const SCOPES: Record<ApiKeyScope, string> = { read: 'Read', read_write: 'Read and write' };

function factsOf({ expires_at, last_used_at }: ApiKey): string {
  const used =
    last_used_at === null
      ? 'never used'
      : `last used ${formatMomentUtc(Date.parse(last_used_at))} UTC`;
  const end =
    expires_at === null ? 'does not expire' : `until ${formatDayUtc(Date.parse(expires_at))}`;
  return `${used} · ${end}`;
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const revoke = useSend(accessApi.endpoints.revokeApiKey);
  return (
    <li className="flex items-center justify-between gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span className="min-w-0 break-words">{apiKey.name}</span>
          <Badge>{SCOPES[apiKey.scope]}</Badge>
        </p>
        <p className="text-xs break-words text-muted">
          <code className="font-mono">{apiKey.hint}…</code> · {factsOf(apiKey)}
        </p>
      </div>
      <Confirm
        trigger={
          <Button>
            Revoke<span className="sr-only"> {apiKey.name}</span>
          </Button>
        }
        title={`Revoke “${apiKey.name}”?`}
        action="Revoke"
        acting="Revoking…"
        onConfirm={async () => whyNot(await revoke(apiKey.key_id))}
      >
        Whatever uses this key is refused at once. It cannot be brought back.
      </Confirm>
    </li>
  );
}

/** Keys for programs that act for this person. */
export function KeysSection() {
  const query = useApiKeysQuery(undefined);
  const [step, setStep] = useState<'list' | 'form' | NewApiKey>('list');
  return (
    <Section
      id="api-keys"
      title="API keys"
      lead="For programs of yours. They can do everything but change the account’s security."
      aside={
        step === 'list' && (
          <Button onClick={() => setStep('form')}>
            <Plus aria-hidden className="size-3.5" />
            New key
          </Button>
        )
      }
    >
      {step === 'form' && <KeyForm onMade={setStep} onCancel={() => setStep('list')} />}
      {typeof step === 'object' && (
        <ShownOnce
          title={`The key “${step.name}”`}
          what="API key"
          text={step.key}
          onDone={() => setStep('list')}
        >
          Copy it now: it is not shown again. Send it as <code>Authorization: Bearer …</code>
        </ShownOnce>
      )}
      <Loaded query={query} what="Your API keys" height="h-12">
        {(keys) =>
          keys.length === 0 ? (
            <p className="text-[0.8125rem] text-muted">You have no keys.</p>
          ) : (
            <ul className="divide-y divide-line">
              {keys.map((key) => (
                <KeyRow key={key.key_id} apiKey={key} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

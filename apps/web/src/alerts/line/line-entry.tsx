'use client';

import type { AlertRequest } from '@tidemark/contracts/alert';
import { CornerDownLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSend, whyNot } from '../../account/use-send.ts';
import { Field } from '../../components/form/field.tsx';
import { useSubmission } from '../../components/form/use-submission.ts';
import { Button } from '../../components/ui/button.tsx';
import { Panel } from '../../components/ui/panel.tsx';
import { say } from '../../components/ui/toasts.ts';
import { useCoinName } from '../../sentiment/coin-names.ts';
import { alertsApi } from '../alerts-api.ts';
import { coinsText } from '../coins-text.ts';
import { conditionText } from '../words.ts';

interface LineEntryProps {
  /** Has what was understood changed in a form before it is set. */
  onChange: (request: AlertRequest) => void;
}

/** Sets an alert that is written in one line, once it is shown what was understood. */
export function LineEntry({ onChange }: LineEntryProps) {
  const [line, setLine] = useState('');
  const [understood, setUnderstood] = useState<AlertRequest | null>(null);
  const read = useSend(alertsApi.endpoints.readLine);
  const { form, onSubmit, busy, refusal } = useSubmission({
    labels: { line: 'The line' },
    check: ({ line: text = '' }) => (text.trim() === '' ? { line: 'Write what to wait for.' } : {}),
    send: ({ line: text = '' }) => read(text.trim()),
    onDone: setUnderstood,
  });
  function begin() {
    setLine('');
    setUnderstood(null);
  }
  const fault = refusal === null ? undefined : (refusal.fields['line'] ?? refusal.message ?? '');
  return (
    <Panel aria-label="A new alert in one line" className="gap-3 p-4">
      <form
        ref={form}
        noValidate
        onSubmit={onSubmit}
        aria-busy={busy}
        className="flex items-start gap-2 [&>:first-child]:flex-1"
      >
        <Field
          name="line"
          label="A new alert in one line"
          hint="Such as “BTC < 60k for 5 min”, “ETH crosses above 4,000” or “any moves up 5% in 1 h, every time”."
          error={understood === null ? fault : undefined}
          placeholder="BTC < 60k for 5 min"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={line}
          onChange={(event) => {
            setLine(event.currentTarget.value);
            setUnderstood(null);
          }}
        />
        <Button type="submit" size="medium" disabled={busy} className="mt-[1.6rem]">
          <CornerDownLeft aria-hidden className="size-4" />
          {busy ? 'Reading…' : 'Read'}
        </Button>
      </form>
      {fault !== undefined && understood === null && (
        <p role="alert" className="sr-only">
          Not read. {fault}
        </p>
      )}
      {understood !== null && (
        <Understood
          request={understood}
          onDone={begin}
          onChange={() => {
            onChange(understood);
            begin();
          }}
        />
      )}
    </Panel>
  );
}

interface UnderstoodProps {
  request: AlertRequest;
  onDone: () => void;
  onChange: () => void;
}

/** What a line means, and the press that sets it; the focus is on that. */
function Understood({ request, onDone, onChange }: UnderstoodProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const create = useSend(alertsApi.endpoints.createAlert);
  const nameOf = useCoinName();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  async function set() {
    setBusy(true);
    const answer = await create(request);
    setBusy(false);
    setFailure(whyNot(answer));
    if (answer.data === undefined) return;
    say('The alert is set.');
    onDone();
  }
  return (
    <div className="flex flex-col gap-2 rounded-lg bg-accent-soft px-3 py-2.5">
      <p role="status" data-testid="understood">
        <span className="text-muted">Understood: </span>
        <b className="font-medium">{coinsText(request.coins, nameOf)}</b>,{' '}
        {conditionText(request.condition)}; {request.recurring === true ? 'every time' : 'once'}.
      </p>
      {failure !== null && (
        <p role="alert" className="text-[0.8125rem] text-down">
          Not set. {failure}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button ref={button} variant="accent" disabled={busy} onClick={() => void set()}>
          {busy ? 'Setting…' : 'Set alert'}
        </Button>
        <Button onClick={onChange}>Change it first</Button>
        <Button variant="ghost" onClick={onDone}>
          Not that
        </Button>
      </div>
    </div>
  );
}

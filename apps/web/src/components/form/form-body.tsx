'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { cn } from '../ui/class-names.ts';
import { Button } from '../ui/button.tsx';
import type { Refusal } from './field-errors.ts';
import { FieldFaults } from './field.tsx';
import type { Submission } from './use-submission.ts';

interface WaitProps {
  seconds: number;
}

/** Read out once; the seconds that pass are for the eye. */
function Wait({ seconds }: WaitProps) {
  if (seconds === 0) return <> You can try again now.</>;
  return (
    <>
      {' '}
      <span aria-hidden className="figures">
        Try again in {seconds} s.
      </span>
      <span className="sr-only">Try again in a moment.</span>
    </>
  );
}

function Message({ refusal, seconds }: { refusal: Refusal; seconds: number | null }) {
  const faults = Object.values(refusal.fields);
  if (refusal.message === null) {
    return (
      <p role="alert" className="sr-only">
        Not sent. {faults.join(' ')}
      </p>
    );
  }
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded-md bg-down-soft px-3 py-2.5 text-[0.8125rem] text-foreground"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-down" />
      <span className="min-w-0 break-words">
        {refusal.message}
        {seconds !== null && <Wait seconds={seconds} />}
      </span>
    </p>
  );
}

interface FormBodyProps {
  submission: Submission;
  children: ReactNode;
  /** What the button says, and says while it is sent. */
  action: string;
  acting: string;
  variant?: 'accent' | 'outline' | 'destroy';
  /** There is a way out beside the button. */
  onCancel?: () => void;
  /** Beside the button. */
  aside?: ReactNode;
  wide?: boolean;
  className?: string;
}

/** A form's fields, what was refused, and the button; all at rest while it is sent. */
export function FormBody(props: FormBodyProps) {
  const { submission, children, action, acting, variant = 'accent', wide = false } = props;
  const { busy, refusal, form, onSubmit } = submission;
  const seconds = useSecondsLeft(refusal?.waitUntil ?? null);
  const isWaiting = seconds !== null && seconds > 0;
  return (
    <form
      ref={form}
      noValidate
      method="post"
      onSubmit={onSubmit}
      aria-busy={busy}
      className={props.className}
    >
      <fieldset disabled={busy} className="flex min-w-0 flex-col gap-4">
        <FieldFaults value={refusal?.fields ?? {}}>{children}</FieldFaults>
        {refusal !== null && <Message refusal={refusal} seconds={seconds} />}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            variant={variant}
            size="medium"
            disabled={isWaiting}
            className={cn(wide && 'w-full')}
          >
            {busy ? acting : action}
          </Button>
          {props.onCancel && (
            <Button variant="ghost" size="medium" onClick={props.onCancel}>
              Cancel
            </Button>
          )}
          {props.aside}
        </div>
      </fieldset>
    </form>
  );
}

const TICK_MS = 250;

/** Whole seconds until `until` (epoch ms), counting down to 0; null without an `until`. */
function useSecondsLeft(until: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  const isOver = until === null || until <= now;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isOver]);
  return until === null ? null : Math.max(0, Math.ceil((until - now) / 1000));
}

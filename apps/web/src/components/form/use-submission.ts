'use client';

import { useEffect, useRef, useState, type RefObject, type SubmitEvent } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import {
  refusalOfError,
  refusalOfFields,
  type FieldErrors,
  type FieldLabels,
  type Refusal,
} from './field-errors.ts';

/** What was typed, by the name of the field. */
export type FormValues = Readonly<Record<string, string>>;

/** What a request came to; `data` may be undefined where the answer has none. */
export type Outcome<T> = { data: T; error?: undefined } | { data?: undefined; error: unknown };

export interface SubmissionOptions<T> {
  /** The form's fields by name, as a reader knows them. */
  labels: FieldLabels;
  /** What can be seen to be wrong without asking. */
  check?: (values: FormValues) => FieldErrors;
  send: (values: FormValues) => Promise<Outcome<T>>;
  onDone: (data: Exclude<T, undefined>, form: HTMLFormElement) => void;
  /** Looks at a refusal first; true when there is nothing more to say about it. */
  onRefused?: (error: ApiError) => boolean;
}

export interface Submission {
  form: RefObject<HTMLFormElement | null>;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  busy: boolean;
  refusal: Refusal | null;
}

function valuesOf(form: HTMLFormElement): FormValues {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** The first faulty field; without one, where the person was. Fields that were disabled have lost the focus. */
function focusAfter(form: HTMLFormElement | null, last: Element | null): void {
  const faulty = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (faulty) faulty.focus();
  else if (last instanceof HTMLElement && form?.contains(last)) last.focus();
}

/** Sends a form once at a time, and says what was refused, field by field. */
export function useSubmission<T>(options: SubmissionOptions<T>): Submission {
  const form = useRef<HTMLFormElement>(null);
  const last = useRef<Element | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(() => {
    if (refusal !== null) focusAfter(form.current, last.current);
  }, [refusal]);

  async function submit(element: HTMLFormElement) {
    const values = valuesOf(element);
    const faults = options.check?.(values) ?? {};
    if (Object.keys(faults).length > 0) {
      setRefusal(refusalOfFields(faults));
      return;
    }
    setBusy(true);
    setRefusal(null);
    const { data, error } = await options.send(values);
    setBusy(false);
    if (error === undefined) options.onDone(data as Exclude<T, undefined>, element);
    else if (options.onRefused?.(error as ApiError) !== true) {
      setRefusal(refusalOfError(error as ApiError, options.labels, Date.now()));
    }
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    last.current = document.activeElement;
    void submit(event.currentTarget);
  }
  return { form, onSubmit, busy, refusal };
}

import type { ApiError } from '../../api/api-error.ts';

/** What is wrong with each field of a form, as a sentence, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The names of a form's fields, and how a reader knows each. */
export type FieldLabels = Readonly<Record<string, string>>;

export interface Refusal {
  fields: FieldErrors;
  /** What no field can be blamed for; null when the fields say it all. */
  message: string | null;
  /** Epoch ms until when the server wants to be left alone; null when it does not say. */
  waitUntil: number | null;
}

export function refusalOfFields(fields: FieldErrors): Refusal {
  return { fields, message: null, waitUntil: null };
}

function sentence(label: string, reason: string): string {
  const text = `${label} ${reason}`.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The server's words for a wait name the seconds; here they count down. */
function messageOf({ code, message, retryAfterMs }: ApiError): string {
  if (code === 'RATE_LIMITED' && retryAfterMs !== null) return 'That was too often.';
  return sentence('', message);
}

/** `body.notifications.email` is the field `notifications.email`. */
function fieldOf(path: string): string {
  return path.replace(/^(?:body|query|params)\./, '');
}

/**
 * Sorts what the server refused under the fields of a form: the first reason for each field, and as a message what
 * belongs to none of them.
 */
export function refusalOfError(error: ApiError, labels: FieldLabels, now: number): Refusal {
  const fields: Record<string, string> = {};
  let isAllSaid = error.details.length > 0;
  for (const { field, reason } of error.details) {
    const name = fieldOf(field);
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    if (label === undefined) isAllSaid = false;
    else if (!Object.hasOwn(fields, name)) fields[name] = sentence(label, reason);
  }
  const waitUntil = error.retryAfterMs === null ? null : now + error.retryAfterMs;
  return { fields, message: isAllSaid ? null : messageOf(error), waitUntil };
}

'use client';

import type { Alert } from '@tidemark/contracts/alert';
import { useState } from 'react';
import { useSend } from '../../account/use-send.ts';
import { FormBody } from '../../components/form/form-body.tsx';
import { useSubmission, type Outcome } from '../../components/form/use-submission.ts';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { say } from '../../components/ui/toasts.ts';
import { alertsApi } from '../alerts-api.ts';
import { AlertFields } from './alert-fields.tsx';
import {
  alertFaults,
  blankValues,
  changeOf,
  describedBy,
  LABELS,
  requestOf,
  valuesOf,
  type AlertValues,
  type Described,
} from './alert-values.ts';
import { Preview } from './preview.tsx';
import { ownTimeZone } from './time-zones.ts';

interface AlertFormProps {
  /** What is changed; null: a new alert. */
  alert: Alert | null;
  /** What a new one begins with. */
  start?: Partial<AlertValues> | Described | undefined;
  onClose: () => void;
}

function startOf({ alert, start }: AlertFormProps): AlertValues {
  const blank = blankValues(ownTimeZone());
  if (alert !== null) return valuesOf(describedBy(alert), blank);
  if (start !== undefined && 'condition' in start) return valuesOf(start, blank);
  return { ...blank, ...start };
}

function useSave(alert: Alert | null): (values: AlertValues) => Promise<Outcome<Alert>> {
  const create = useSend(alertsApi.endpoints.createAlert);
  const change = useSend(alertsApi.endpoints.changeAlert);
  return async (values) => {
    if (alert === null) return create(requestOf(values));
    const wish = changeOf(alert, values, blankValues(ownTimeZone()));
    return Object.keys(wish).length === 0 ? { data: alert } : change({ alert, change: wish });
  };
}

function AlertForm(props: AlertFormProps) {
  const { alert, onClose } = props;
  const [values, setValues] = useState(() => startOf(props));
  const [isBehind, setBehind] = useState(false);
  const save = useSave(alert);
  const submission = useSubmission({
    labels: LABELS,
    check: () => alertFaults(values, Date.now()),
    send: () => save(values),
    onDone: () => {
      onClose();
      say(alert === null ? 'The alert is set.' : 'The alert is changed.');
    },
    onRefused: ({ status }) => {
      setBehind(status === 412);
      return status === 412;
    },
  });
  return (
    <FormBody
      submission={submission}
      action={alert === null ? 'Set alert' : 'Save'}
      acting="Saving…"
      onCancel={onClose}
    >
      <AlertFields
        values={values}
        set={(change) => setValues((before) => ({ ...before, ...change }))}
      >
        <Preview values={values} />
      </AlertFields>
      {isBehind && (
        <Notice tone="notice" role="status">
          It was changed elsewhere after you opened it, so your change was not saved. Close this and
          open it again to see what is there now.
        </Notice>
      )}
    </FormBody>
  );
}

/** Sets an alert, or changes one. */
export function AlertDialog(props: AlertFormProps & { open: boolean }) {
  const { open, ...form } = props;
  return (
    <Dialog
      open={open}
      onClose={form.onClose}
      title={form.alert === null ? 'New alert' : 'Change the alert'}
      className="w-[38rem]"
    >
      <AlertForm {...form} />
    </Dialog>
  );
}

'use client';

import { Field } from './field.tsx';
import { FormBody } from './form-body.tsx';
import { useSubmission, type Outcome } from './use-submission.ts';
import { Dialog } from '../ui/dialog.tsx';

interface NameDialogProps<T> {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The name as it is; empty for something new. */
  name: string;
  action: string;
  acting: string;
  send: (name: string) => Promise<Outcome<T>>;
  onDone?: (data: Exclude<T, undefined>) => void;
}

function NameForm<T>(props: NameDialogProps<T>) {
  const { name: before, action, acting, send, onDone, onClose } = props;
  const submission = useSubmission({
    labels: { name: 'Name' },
    check: ({ name = '' }) => (name.trim() === '' ? { name: 'Give it a name.' } : {}),
    send: ({ name = '' }) => send(name.trim()),
    onDone: (data) => {
      onClose();
      onDone?.(data);
    },
  });
  return (
    <FormBody submission={submission} action={action} acting={acting} onCancel={onClose}>
      <Field name="name" label="Name" defaultValue={before} maxLength={100} autoComplete="off" />
    </FormBody>
  );
}

/** Asks for a name, of something new or another one. */
export function NameDialog<T>(props: NameDialogProps<T>) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <NameForm {...props} />
    </Dialog>
  );
}

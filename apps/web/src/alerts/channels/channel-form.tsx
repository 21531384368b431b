'use client';

import type { AlertChannelKind, NewAlertChannel } from '@tidemark/contracts/alert-channel';
import { useState } from 'react';
import { useSession } from '../../account/session/use-session.ts';
import { useSend } from '../../account/use-send.ts';
import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useSubmission } from '../../components/form/use-submission.ts';
import { Choice } from '../../components/ui/choice.tsx';
import { channelsApi } from './channels-api.ts';
import {
  channelFaults,
  channelOf,
  CHANNEL_LABELS,
  KIND_OPTIONS,
  TEMPLATES,
  type TypedKind,
} from './kinds.ts';
import { PushForm } from './push-form.tsx';

interface ChannelFormProps {
  onMade: (channel: NewAlertChannel) => void;
  onCancel: () => void;
}

function Settings({ kind }: { kind: TypedKind }) {
  const { user } = useSession();
  if (kind === 'mail') {
    return (
      <Field
        name="settings.address"
        label={CHANNEL_LABELS['settings.address']}
        type="email"
        autoComplete="email"
        defaultValue={user?.email ?? ''}
      />
    );
  }
  if (kind === 'telegram') {
    return (
      <>
        <Field
          name="settings.chat_id"
          label={CHANNEL_LABELS['settings.chat_id']}
          hint="The number of a chat, or the @name of a channel. Write to your bot once first."
          autoComplete="off"
          autoCapitalize="none"
        />
        <PasswordField
          name="settings.token"
          label="Token of the bot"
          hint="As @BotFather gives it. It is not shown again."
          autoComplete="new-password"
        />
      </>
    );
  }
  return (
    <>
      <Field
        name="settings.url"
        label={CHANNEL_LABELS['settings.url']}
        hint="Of the receiver, such as https://ntfy.sh/my-alerts. It is not shown again in full."
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={1000}
      />
      <SelectField
        name="settings.template"
        label={CHANNEL_LABELS['settings.template']}
        options={TEMPLATES}
        defaultValue="tidemark"
      />
    </>
  );
}

function TypedForm({ kind, onMade, onCancel }: ChannelFormProps & { kind: TypedKind }) {
  const create = useSend(channelsApi.endpoints.createChannel);
  const submission = useSubmission({
    labels: CHANNEL_LABELS,
    check: (values) => channelFaults(kind, values),
    send: (values) => create(channelOf(kind, values)),
    onDone: onMade,
  });
  return (
    <FormBody submission={submission} action="Add channel" acting="Adding…" onCancel={onCancel}>
      <Field
        name="name"
        label="Name"
        hint="To tell it from others, such as “phone”."
        autoComplete="off"
        maxLength={80}
      />
      <Settings kind={kind} />
    </FormBody>
  );
}

/** Asks where alerts are to be sent. */
export function ChannelForm(props: ChannelFormProps) {
  const [kind, setKind] = useState<AlertChannelKind>('push');
  return (
    <div className="flex flex-col items-start gap-4 [&>form]:w-full">
      <Choice label="Kind of channel" options={KIND_OPTIONS} value={kind} onChange={setKind} />
      {kind === 'push' ? (
        <PushForm onMade={props.onMade} />
      ) : (
        <TypedForm key={kind} kind={kind} {...props} />
      )}
    </div>
  );
}

import type {
  AlertChannelKind,
  AlertChannelRequest,
  WebhookTemplate,
} from '@tidemark/contracts/alert-channel';
import type { FieldErrors } from '../../components/form/field-errors.ts';
import type { FormValues } from '../../components/form/use-submission.ts';

const NAMES: Readonly<Record<AlertChannelKind, string>> = {
  webhook: 'Webhook',
  push: 'This browser',
  mail: 'Mail',
  telegram: 'Telegram',
};

export function kindName(kind: AlertChannelKind): string {
  return kind === 'push' ? 'Browser' : NAMES[kind];
}

/** Kinds that a form asks for; a browser is added by a press in it. */
export type TypedKind = Exclude<AlertChannelKind, 'push'>;

export const KIND_OPTIONS: readonly { value: AlertChannelKind; label: string }[] = [
  { value: 'push', label: NAMES.push },
  { value: 'mail', label: NAMES.mail },
  { value: 'webhook', label: NAMES.webhook },
  { value: 'telegram', label: NAMES.telegram },
];

/** Whose format a webhook has. */
export const TEMPLATES: readonly { value: WebhookTemplate; label: string }[] = [
  { value: 'tidemark', label: 'Tidemark (signed JSON)' },
  { value: 'discord', label: 'Discord' },
  { value: 'slack', label: 'Slack' },
  { value: 'ntfy', label: 'ntfy' },
  { value: 'gotify', label: 'Gotify' },
  { value: 'home_assistant', label: 'Home Assistant' },
];

/** Fields by the names that the service knows them by. */
export const CHANNEL_LABELS = {
  name: 'Name',
  'settings.url': 'Address',
  'settings.template': 'Format',
  'settings.address': 'Mail address',
  'settings.chat_id': 'Chat',
  'settings.token': 'Token',
} as const;

const NEEDED: Readonly<Record<TypedKind, readonly (keyof typeof CHANNEL_LABELS)[]>> = {
  webhook: ['name', 'settings.url'],
  mail: ['name', 'settings.address'],
  telegram: ['name', 'settings.chat_id', 'settings.token'],
};

export function channelFaults(kind: TypedKind, values: FormValues): FieldErrors {
  const empty = NEEDED[kind].filter((name) => (values[name] ?? '').trim() === '');
  return Object.fromEntries(
    empty.map((name) => [name, `${CHANNEL_LABELS[name]} is needed.`] as const),
  );
}

/** The request of what was typed. Ask `channelFaults` first. */
export function channelOf(kind: TypedKind, values: FormValues): AlertChannelRequest {
  const text = (name: keyof typeof CHANNEL_LABELS) => (values[name] ?? '').trim();
  const name = text('name');
  if (kind === 'mail') return { kind, name, settings: { address: text('settings.address') } };
  if (kind === 'telegram') {
    const settings = { chat_id: text('settings.chat_id'), token: text('settings.token') };
    return { kind, name, settings };
  }
  const asked = text('settings.template');
  const template = TEMPLATES.find(({ value }) => value === asked)?.value ?? 'tidemark';
  return { kind, name, settings: { url: text('settings.url'), template } };
}

import type { AlertChannel, AlertChannelSettings } from '@tidemark/contracts/alert-channel';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Selectable } from 'kysely';
import type { AlertTables } from '../tables.ts';

export type ChannelRow = Selectable<AlertTables['alert_channels']>;

/** A channel whose settings are readable. */
export type OpenChannel = AlertChannelSettings & {
  channel_id: string;
  user_id: string;
  name: string;
  /** What a webhook is signed with; null: it is none. */
  secret: string | null;
  /** Whether the other side said that it is no more. */
  gone: boolean;
};

/** As its owner sees it. @param open null: its settings are not readable any more */
export function toChannel(row: ChannelRow, open: OpenChannel | null): AlertChannel {
  return {
    channel_id: row.id,
    kind: row.kind,
    name: row.name,
    to: open ? leadsTo(open) : 'not readable any more: make it anew',
    created_at: row.created_at.toISOString(),
    gone_at: row.gone_at?.getTime() ?? null,
  };
}

/** Of an address no more than the host: many have in their path what opens them. */
function leadsTo(channel: AlertChannelSettings): string {
  switch (channel.kind) {
    case 'webhook':
      return new URL(channel.settings.url).host;
    case 'push':
      return new URL(channel.settings.endpoint).host;
    case 'mail':
      return channel.settings.address;
    case 'telegram':
      return channel.settings.chat_id;
  }
}

/** @throws TidemarkError INVALID_REQUEST for an address that is none */
export function checkAddress(channel: AlertChannelSettings): void {
  if (channel.kind === 'webhook') checkUrl('url', channel.settings.url);
  if (channel.kind === 'push') checkUrl('endpoint', channel.settings.endpoint);
}

function checkUrl(name: string, url: string): void {
  if (!URL.canParse(url)) throw refused(`body.settings.${name}`, 'is no address of the web');
}

/** @throws TidemarkError INVALID_REQUEST for a blank one */
export function channelName(given: string): string {
  const name = given.trim();
  if (name === '') throw refused('body.name', 'must not be blank');
  return name;
}

export function noSuchChannel(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'No such channel.');
}

function refused(field: string, reason: string): TidemarkError {
  return new TidemarkError('INVALID_REQUEST', `${field} ${reason}`, [{ field, reason }]);
}

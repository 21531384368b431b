import type { Clock } from '@tidemark/clock/clock';
import type { WebhookSettings } from '@tidemark/contracts/alert-channel';
import type { Poster } from '@tidemark/outgoing/post';
import type { Message } from './message.ts';
import { failed, type Outcome } from './outcome.ts';
import { posted, secretsOfAddress } from './posted.ts';
import { WrongAddress, type WebhookPost } from './templates/template.ts';
import { TEMPLATES } from './templates/templates.ts';
import { signatureHeaders } from './webhook-signature.ts';

interface Parts {
  clock: Clock;
  poster: Poster;
  mayBePrivate: boolean;
}

/** Posts a message as JSON in the format of its receiver, signed whatever the format. */
export async function sendWebhook(
  { clock, poster, mayBePrivate }: Parts,
  { url: address, template }: WebhookSettings,
  secret: string | null,
  message: Message,
  signal: AbortSignal,
): Promise<Outcome> {
  if (secret === null) return failed('it has no secret to sign with', { permanent: true });
  const post = writtenBy(() => TEMPLATES[template](message, address));
  if (post instanceof WrongAddress) return failed(post.message, { permanent: true });
  const body = JSON.stringify(post.body);
  const signature = { id: message.firing_id, at: clock.now(), body, secret };
  const headers = { 'content-type': 'application/json', ...signatureHeaders(signature) };
  const request = { url: post.url, headers, body, mayBePrivate };
  const { outcome } = await posted(poster, request, secretsOfAddress(address), signal);
  return outcome;
}

function writtenBy(write: () => WebhookPost): WebhookPost | WrongAddress {
  try {
    return write();
  } catch (error) {
    if (error instanceof WrongAddress) return error;
    throw error;
  }
}

import { createHash } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import type { PushSettings } from '@tidemark/contracts/alert-channel';
import type { Poster } from '@tidemark/outgoing/post';
import type { Message } from './message.ts';
import { failed, type Outcome } from './outcome.ts';
import { posted, secretsOfAddress } from './posted.ts';
import { encrypted } from './push-encryption.ts';
import { vapidAuthorization, type Vapid } from './vapid.ts';
import { plainParts } from './wording.ts';

/** How long a push service keeps what it cannot bring, seconds. */
const TTL_S = 24 * 3_600;
/** Bytes. Twice as many where all of them are quotes, and with the rest still what a push service takes. */
const MOST = { title: 250, text: 1_000 };
const TOPIC_CHARACTERS = 32;

interface Parts {
  clock: Clock;
  poster: Poster;
  vapid: Vapid;
  mayBePrivate: boolean;
}

/** Sends to a browser by its push service (RFC 8030), which cannot read it. */
export async function sendPush(
  { clock, poster, vapid, mayBePrivate }: Parts,
  { endpoint, keys }: PushSettings,
  message: Message,
  signal: AbortSignal,
): Promise<Outcome> {
  if (!URL.canParse(endpoint)) return failed('its address is none', { permanent: true });
  const body = encryptedFor(keys, message);
  if (!body) return failed('a key of the subscription is none', { permanent: true });
  const headers = {
    authorization: await vapidAuthorization(vapid, endpoint, clock.now()),
    'content-type': 'application/octet-stream',
    'content-encoding': 'aes128gcm',
    ttl: String(TTL_S),
    urgency: 'high',
    topic: topicOf(message),
  };
  const request = { url: endpoint, headers, body, mayBePrivate };
  const { answer, outcome } = await posted(poster, request, secretsOfAddress(endpoint), signal);
  const isGone = answer?.status === 404 || answer?.status === 410;
  return isGone ? { ...outcome, gone: true } : outcome;
}

/** What the page's service worker reads. Null: the key is no point of its curve. */
function encryptedFor(keys: PushSettings['keys'], message: Message): Buffer | null {
  const { firing_id, coin_id, url, fired_at, late, simulated, test } = message;
  const facts = { firing_id, coin_id, url, fired_at, late, simulated, test };
  const plain = Buffer.from(JSON.stringify({ ...plainParts(message, MOST), ...facts }));
  try {
    return encrypted(plain, keys);
  } catch {
    return null;
  }
}

/** The same at each try: what is tried again takes the place of what was not brought yet. */
function topicOf({ firing_id }: Message): string {
  return createHash('sha256').update(firing_id).digest('base64url').slice(0, TOPIC_CHARACTERS);
}

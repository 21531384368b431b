import type { PushSettings } from '@tidemark/contracts/alert-channel';

const WORKER = '/alerts-worker.js';

/** Why this browser cannot be sent to, in a sentence; null: it can, as far as is known before it is asked. */
export function whyNoPush(): string | null {
  if (!window.isSecureContext) {
    return 'Browsers take notifications of pages that come over HTTPS alone (or from this machine itself), and this one came over plain HTTP.';
  }
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return 'This browser cannot be sent notifications. On an iPhone or iPad, add Tidemark to the home screen and open it there.';
  if (Notification.permission === 'denied')
    return 'Notifications of this site are blocked in the settings of the browser. Allow them there first.';
  return null;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A subscription that was made with another key of the server is of no use any more. */
async function subscribe(push: PushManager, key: string): Promise<PushSubscription> {
  const wish = { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
  try {
    return await push.subscribe(wish);
  } catch (error) {
    const old = await push.getSubscription();
    if (old === null) throw error;
    await old.unsubscribe();
    return push.subscribe(wish);
  }
}

/**
 * Asks the person, and then the browser, for what it needs to be sent notifications. To be called at a press.
 * @param key public key of the server, base64url
 * @throws Error in words for the person, or of the browser
 */
export async function subscribeHere(key: string): Promise<PushSettings> {
  if ((await Notification.requestPermission()) !== 'granted') {
    throw new Error('Notifications were not allowed.');
  }
  const registration = await navigator.serviceWorker.register(WORKER, { scope: '/' });
  await navigator.serviceWorker.ready;
  const { endpoint, keys } = (await subscribe(registration.pushManager, key)).toJSON();
  const { p256dh, auth } = keys ?? {};
  if (endpoint === undefined || p256dh === undefined || auth === undefined) {
    throw new Error('The browser gave no address to send to.');
  }
  return { endpoint, keys: { p256dh, auth } };
}

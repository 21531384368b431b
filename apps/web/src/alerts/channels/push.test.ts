import { afterEach, expect, test, vi } from 'vitest';
import { subscribeHere, whyNoPush } from './push.ts';

afterEach(() => vi.unstubAllGlobals());

const SUBSCRIPTION = {
  endpoint: 'https://push.example/1',
  keys: { p256dh: 'p', auth: 'a' },
};

/** A browser that can be sent to; `old` is a subscription that was made with another key. */
function browser({ permission = 'granted', old = false } = {}) {
  const unsubscribe = vi.fn(async () => {
    old = false;
    return true;
  });
  const subscribe = vi.fn(async (_wish: { applicationServerKey: Uint8Array }) => {
    if (old) throw new DOMException('another key', 'InvalidStateError');
    return { toJSON: () => SUBSCRIPTION };
  });
  const pushManager = { subscribe, getSubscription: async () => (old ? { unsubscribe } : null) };
  const register = vi.fn(async () => ({ pushManager }));
  const requestPermission = vi.fn(async () => permission);
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('PushManager', vi.fn());
  vi.stubGlobal('Notification', { permission: 'default', requestPermission });
  vi.stubGlobal('navigator', { serviceWorker: { register, ready: Promise.resolve() } });
  return { subscribe, register, requestPermission, unsubscribe };
}

test('why a browser cannot be sent to is said: plain HTTP, no such browser, or blocked', () => {
  vi.stubGlobal('isSecureContext', false);
  expect(whyNoPush()).toContain('plain HTTP');
  vi.stubGlobal('isSecureContext', true);
  expect(whyNoPush()).toContain('cannot be sent notifications');
  const { requestPermission } = browser();
  expect(whyNoPush()).toBeNull();
  vi.stubGlobal('Notification', { permission: 'denied' });
  expect(whyNoPush()).toContain('blocked');
  expect(requestPermission).not.toHaveBeenCalled();
});

test('a browser that allows it gives its address, by the key of the server', async () => {
  const { subscribe } = browser();
  expect(await subscribeHere('-_8')).toEqual(SUBSCRIPTION);
  expect([...(subscribe.mock.calls[0]?.[0].applicationServerKey ?? [])]).toEqual([251, 255]);
});

test('what was not allowed is not registered', async () => {
  const { register } = browser({ permission: 'denied' });
  await expect(subscribeHere('-_8')).rejects.toThrow('not allowed');
  expect(register).not.toHaveBeenCalled();
});

test('a subscription by an earlier key is given up for one by this', async () => {
  const { unsubscribe } = browser({ old: true });
  expect(await subscribeHere('-_8')).toEqual(SUBSCRIPTION);
  expect(unsubscribe).toHaveBeenCalledOnce();
});

import { WEBHOOK_TEMPLATES, type WebhookTemplate } from '@tidemark/contracts/alert-channel';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import type { Message } from '../../src/delivery/message.ts';
import { webhookSecret } from '../../src/delivery/webhook-signature.ts';
import { deliveryRig, MESSAGE } from './support/delivery-rig.ts';

const rig = deliveryRig();
const secret = webhookSecret();

function channel(template: WebhookTemplate = 'tidemark', path = '/hook') {
  const settings = { url: rig.receiver.origin + path, template };
  return { kind: 'webhook', settings, secret } as const;
}

async function bodyOf(template: WebhookTemplate, message: Partial<Message> = {}) {
  expect(await rig.send(channel(template), message)).toMatchObject({ ok: true });
  return JSON.parse(rig.receiver.received.at(-1)!.body.toString()) as object;
}

test.each(WEBHOOK_TEMPLATES)(
  'a webhook of template %s is signed by Standard Webhooks',
  async (template) => {
    const outcome = await rig.send(channel(template), { title: 'Grüße' });
    expect(outcome).toEqual({
      ok: true,
      answer: 'it answered 204',
      retryAfterMs: null,
      permanent: false,
    });
    const [{ headers, body }] = rig.receiver.received as [(typeof rig.receiver.received)[0]];
    const given = headers as Record<string, string>;
    expect(headers['content-type']).toBe('application/json');
    expect(headers['webhook-id']).toBe(MESSAGE.firing_id);
    expect(new Webhook(secret).verify(body, given)).toEqual(JSON.parse(body.toString()));
    expect(() => new Webhook(webhookSecret()).verify(body, given)).toThrow('No matching signature');
    expect(() => new Webhook(secret).verify(`${body.toString()} `, given)).toThrow();
  },
);

test('Tidemark’s own format has all of a message, and a test is of another type', async () => {
  const timestamp = MESSAGE.fired_at;
  expect(await bodyOf('tidemark')).toEqual({ type: 'alert.fired', timestamp, data: MESSAGE });
  expect(await bodyOf('tidemark', { test: true })).toMatchObject({ type: 'alert.test' });
});

test('ntfy is asked at its root, with the topic in the body and what else the address says', async () => {
  const message = { topic: 'my-alerts', title: MESSAGE.title, message: MESSAGE.text };
  await rig.send(channel('ntfy', '/my-alerts?auth=abc'));
  const [got] = rig.receiver.received;
  expect(got?.path).toBe('/?auth=abc');
  expect(JSON.parse(got!.body.toString())).toMatchObject({ ...message, click: MESSAGE.url });
});

test('an address of ntfy without a topic is refused for good', async () => {
  const outcome = await rig.send(channel('ntfy', '/'));
  expect(outcome).toMatchObject({ ok: false, permanent: true });
  expect(outcome.answer).toContain('ends in its topic');
  expect(rig.receiver.received).toEqual([]);
});

test('Gotify gets the message at the address with its token', async () => {
  await rig.send(channel('gotify', '/message?token=abc'), { simulated: true });
  const [got] = rig.receiver.received;
  expect(got?.path).toBe('/message?token=abc');
  const { title, message, extras } = JSON.parse(got!.body.toString());
  expect([title, message]).toEqual([`[simulated] ${MESSAGE.title}`, MESSAGE.text]);
  expect(extras['client::display']).toEqual({ contentType: 'text/plain' });
});

test('Home Assistant gets text and facts', async () => {
  const { coin_id, price } = MESSAGE;
  expect(await bodyOf('home_assistant')).toMatchObject({ message: MESSAGE.text, coin_id, price });
});

test.each([400, 401, 403, 404, 410, 413])('%i is for good', async (status) => {
  rig.receiver.answer(status, {}, 'no');
  const outcome = await rig.send(channel());
  expect(outcome).toMatchObject({
    ok: false,
    permanent: true,
    answer: `it answered ${status}: no`,
  });
  expect(outcome).not.toHaveProperty('gone');
});

test.each([408, 429, 500, 503])('%i may be otherwise at another try', async (status) => {
  rig.receiver.answer(status, { 'retry-after': '30' });
  const outcome = await rig.send(channel());
  expect(outcome).toMatchObject({ ok: false, permanent: false, retryAfterMs: 30_000 });
});

test('a redirect is a failure that says so', async () => {
  rig.receiver.answer(302, { location: '/elsewhere' });
  const answer = 'it answered 302, a redirect, which is not followed';
  expect(await rig.send(channel())).toMatchObject({ ok: false, answer });
  expect(rig.receiver.received).toHaveLength(1);
});

test('an answer that repeats what opens the address is kept without it, and short', async () => {
  const path = '/hooks/0123456789abc/top%20secret?key=password1';
  rig.receiver.answer(500, {}, `no ${path} top secret ${'x'.repeat(1_000)}`);
  const { answer } = await rig.send(channel('tidemark', path));
  expect(answer).toMatch(/^it answered 500: no \/hooks\/…\/…\?key=… … x+$/);
  expect(answer).toHaveLength(300);
});

test('without a secret nothing is sent', async () => {
  const outcome = await rig.send({ ...channel(), secret: null });
  expect(outcome).toMatchObject({ ok: false, permanent: true });
  expect(rig.receiver.received).toEqual([]);
});

test('a sending that is broken off fails with the reason of its signal', async () => {
  const stop = AbortSignal.abort(new Error('stopping'));
  await expect(rig.send(channel(), {}, {}, stop)).rejects.toThrow('stopping');
});

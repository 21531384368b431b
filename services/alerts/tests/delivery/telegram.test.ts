import { expect, test } from 'vitest';
import { deliveryRig, MESSAGE } from './support/delivery-rig.ts';

const rig = deliveryRig();
const token = '123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr';
const channel = { kind: 'telegram', settings: { chat_id: '-100123', token } } as const;

function send(message = {}) {
  const parts = { mayBePrivate: false, telegramOrigin: rig.receiver.origin };
  return rig.send(channel, message, parts);
}

test('a message goes to the chat as plain text, its title bold', async () => {
  rig.receiver.answer(200, {}, '{"ok":true,"result":{"chat":{"first_name":"Ada"}}}');
  expect(await send({ title: '*_<b>👋' })).toMatchObject({ ok: true, answer: 'it answered 200' });
  const [got] = rig.receiver.received;
  expect(got?.path).toBe(`/bot${token}/sendMessage`);
  const body = JSON.parse(got!.body.toString());
  expect(body).toEqual({
    chat_id: '-100123',
    text: `*_<b>👋\n${MESSAGE.text}\n${MESSAGE.url}`,
    entities: [{ type: 'bold', offset: 0, length: 7 }],
    link_preview_options: { is_disabled: true },
  });
});

test('the longest message has 4,096 characters and its link', async () => {
  await send({ text: '👋'.repeat(5_000) });
  const { text } = JSON.parse(rig.receiver.received[0]!.body.toString());
  expect(text.length).toBeLessThanOrEqual(4_096);
  expect(text).toMatch(new RegExp(`👋…\n${MESSAGE.url.replace('?', '\\?')}$`, 'u'));
});

test('it is left alone as long as it asks for', async () => {
  const description = 'Too Many Requests: retry after 17';
  const told = { ok: false, error_code: 429, description, parameters: { retry_after: 17 } };
  rig.receiver.answer(429, {}, JSON.stringify(told));
  expect(await send()).toMatchObject({ ok: false, permanent: false, retryAfterMs: 17_000 });
});

test('the token is in no answer', async () => {
  rig.receiver.answer(401, {}, `{"description":"Unauthorized: ${token}"}`);
  const outcome = await send();
  expect(outcome).toMatchObject({ ok: false, permanent: true });
  expect(outcome.answer).toBe('it answered 401: {"description":"Unauthorized: …"}');
});

test('nor in what is said where nobody listens, or it is moved', async () => {
  rig.receiver.answer(302, { location: `/bot${token}/elsewhere` });
  expect(JSON.stringify(await send())).not.toContain(token);
  await rig.receiver.close();
  const outcome = await send();
  expect(outcome).toMatchObject({ ok: false, permanent: false, answer: 'nobody listens there' });
  expect(JSON.stringify(outcome)).not.toContain(token);
});

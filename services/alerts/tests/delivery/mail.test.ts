import { TestClock } from '@tidemark/clock/test-clock';
import { smtpSender } from '@tidemark/mail/smtp-sender';
import { startMailServer, type MailServer } from '@tidemark/mail/test-mail-server';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, test } from 'vitest';
import { deliveryRig, MESSAGE } from './support/delivery-rig.ts';

const rig = deliveryRig();
const channel = { kind: 'mail', settings: { address: 'ada@mail.example' } } as const;
const FROM = 'Tidemark <tidemark@tidemark.example>';

const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...options: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...options);
  servers.push(server);
  return { server, mail: smtpSender(server.url, FROM) };
}

function refusing(responseCode: number) {
  return serve({
    onRcptTo: (_address, _session, callback) =>
      callback(Object.assign(new Error('not this one'), { responseCode })),
  });
}

test('a letter has the title as its subject, the text and the link', async () => {
  const { server, mail } = await serve();
  const message = {
    title: 'Below\r\nBcc: eve@evil.example',
    text: 'Grüße\u0007,\nAda.',
    late: true,
  };
  const clock = new TestClock();
  const outcome = await rig.send(channel, message, { mail, clock });
  expect(outcome).toMatchObject({ ok: true, answer: 'the mail server took it' });
  await clock.advance(0);
  expect(clock.pending).toBe(0);
  const [letter] = server.received;
  expect(letter?.to).toEqual(['ada@mail.example']);
  expect(letter?.headers.get('subject')).toBe('[late] Below Bcc: eve@evil.example');
  expect(letter?.headerNames).not.toContain('bcc');
  expect(letter?.body.trim().split('\r\n')).toEqual(['Grüße ,', 'Ada.', '', MESSAGE.url]);
});

test('what the mail server refuses for good is for good, what it puts off is not', async () => {
  const { mail } = await refusing(550);
  const refused = await rig.send(channel, {}, { mail });
  expect(refused).toMatchObject({ ok: false, permanent: true });
  expect(refused.answer).toContain('not this one');
  const { mail: busy } = await refusing(451);
  expect(await rig.send(channel, {}, { mail: busy })).toMatchObject({
    ok: false,
    permanent: false,
  });
});

test('an address of two is refused for good', async () => {
  const { server, mail } = await serve();
  const settings = { address: 'ada@mail.example, eve@evil.example' };
  const outcome = await rig.send({ kind: 'mail', settings }, {}, { mail });
  expect(outcome).toMatchObject({ ok: false, permanent: true });
  expect(server.received).toEqual([]);
});

test('without a mail server it says so', async () => {
  const answer = 'no mail server is set up here';
  expect(await rig.send(channel)).toMatchObject({ ok: false, permanent: true, answer });
});

test('a mail server that says nothing is given up after 40 s', async () => {
  const clock = new TestClock();
  const mail = { send: () => new Promise<void>(() => undefined) };
  const sent = rig.send(channel, {}, { mail, clock });
  await clock.advance(40_000);
  expect(await sent).toMatchObject({ ok: false, permanent: false });
  expect(clock.pending).toBe(0);
});

test('a sending that is broken off fails with the reason of its signal, and leaves no timer', async () => {
  const clock = new TestClock();
  const stop = new AbortController();
  const mail = { send: () => new Promise<void>(() => undefined) };
  const sent = expect(rig.send(channel, {}, { mail, clock }, stop.signal)).rejects.toThrow(
    'stopping',
  );
  await until('the sending', () => clock.pending === 1);
  stop.abort(new Error('stopping'));
  await sent;
  expect(clock.pending).toBe(0);
});

import { PassThrough } from 'node:stream';
import { TestClock } from '@tidemark/clock/test-clock';
import type { Letter } from '@tidemark/mail/letter';
import { smtpSender, type MailSender } from '@tidemark/mail/smtp-sender';
import { startMailServer, type MailServer } from '@tidemark/mail/test-mail-server';
import { createLogger } from '@tidemark/telemetry/logger';
import { until } from '@tidemark/testkit/until';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { resetLetter } from '../src/mail/letters.ts';
import { Outbox } from '../src/mail/outbox.ts';

const FROM = 'Tidemark <tidemark@tidemark.example>';
const letter: Letter = { to: 'ada@mail.example', subject: 'Hello', text: 'Good day.\n' };
const LINK =
  'https://tidemark.example/login/reset/#token=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const HEADERS = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
  const server = await startMailServer(...options);
  servers.push(server);
  return server;
}

function outboxOf(sender: MailSender) {
  const clock = new TestClock();
  const lines: string[] = [];
  const destination = new PassThrough();
  destination.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const logger = createLogger({ level: 'info', destination });
  return { clock, lines, outbox: new Outbox({ clock, logger, sender }) };
}

test('a letter arrives as it was written, with the headers that it should have and no others', async () => {
  const server = await serve();
  await smtpSender(server.url, FROM).send({ ...letter, text: 'Grüße, Ада.\n' });
  const [mail] = server.received;
  expect(mail).toMatchObject({ from: 'tidemark@tidemark.example', to: ['ada@mail.example'] });
  expect(mail?.body.trim()).toBe('Grüße, Ада.');
  expect(mail?.headers.get('to')).toBe('ada@mail.example');
  expect(mail?.headers.get('subject')).toBe('Hello');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(mail?.headerNames.sort()).toEqual(HEADERS);
});

test('a link arrives whole, however long its line is', async () => {
  const server = await serve();
  const mail = resetLetter({ to: 'ada@mail.example', username: 'ada' }, LINK, 30);
  await smtpSender(server.url, FROM).send(mail);
  expect(server.received[0]?.body.split('\r\n')).toContain(LINK);
});

test('whatever is in an address, a subject or a name, a letter has one reader and no header of its writer', async () => {
  const server = await serve();
  const sender = smtpSender(server.url, FROM);
  const evil = fc.constantFrom(
    '\r\nBcc: eve@evil.example',
    '\nBcc: eve@evil.example',
    ', eve@evil.example',
    '> eve@evil.example',
    '\r\n\r\nanother body',
    '\u2028Bcc: eve@evil.example',
    'ada@mail.example',
    'Ада',
  );
  const text = fc.array(fc.oneof(evil, fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 3,
  });
  const joined = text.map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(joined, joined, joined, async (before, subject, username) => {
      const to = `${before}@mail.example`;
      server.received.length = 0;
      const { text: body } = resetLetter({ to, username }, LINK, 30);
      await sender.send({ to, subject, text: body }).catch(() => undefined);
      for (const mail of server.received) {
        expect(mail.to).toHaveLength(1);
        expect(mail.to[0]).toMatch(/@mail\.example$/);
        expect(HEADERS).toEqual(expect.arrayContaining(mail.headerNames));
        expect(new Set(mail.headerNames).size).toBe(mail.headerNames.length);
        expect(mail.body).toContain(LINK);
      }
    }),
    { numRuns: 50 },
  );
});

test('an address that the sender must not write is refused for good', async () => {
  const server = await serve();
  const sender = smtpSender(server.url, FROM);
  const sent = sender.send({ ...letter, to: 'ada@mail.example\r\nBcc: eve@evil.example' });
  await expect(sent).rejects.toMatchObject({ permanent: true });
  expect(server.received).toEqual([]);
});

test('a mail server whose certificate nobody vouches for gets no mail', async () => {
  const server = await serve({ secure: true });
  await expect(smtpSender(server.url, FROM).send(letter)).rejects.toThrow(/certificate/i);
  expect(server.received).toEqual([]);
});

test('user and password are given to a server that asks for them', async () => {
  const given: unknown[] = [];
  const server = await serve({
    authOptional: false,
    disabledCommands: [],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) => {
      given.push([username, password]);
      callback(null, { user: 'ada' });
    },
  });
  await smtpSender(`smtp://a%40b:p%3Aw@127.0.0.1:${server.port}`, FROM).send(letter);
  expect(given).toEqual([['a@b', 'p:w']]);
  expect(server.received).toHaveLength(1);
});

test('a letter is tried again until the server takes it', async () => {
  let refusals = 2;
  const server = await serve({
    onMailFrom: (_address, _session, callback) => {
      refusals -= 1;
      if (refusals < 0) callback();
      else callback(Object.assign(new Error('try again later'), { responseCode: 451 }));
    },
  });
  const { clock, outbox } = outboxOf(smtpSender(server.url, FROM));
  expect(outbox.post(letter)).toBe(true);
  await until('the first refusal', () => refusals === 1 && clock.pending === 1);
  await clock.advance(5_000);
  await until('the second refusal', () => refusals === 0 && clock.pending === 1);
  await clock.advance(29_999);
  expect(server.received).toHaveLength(0);
  await clock.advance(1);
  await until('the mail', () => server.received.length === 1);
  await outbox.stop();
});

test('a letter that is refused for good is not tried again, and the log has nothing of its text', async () => {
  const server = await serve({
    onRcptTo: (_address, _session, callback) =>
      callback(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
  });
  const { clock, lines, outbox } = outboxOf(smtpSender(server.url, FROM));
  outbox.post(resetLetter({ to: 'ada@mail.example', username: 'ada' }, LINK, 30));
  await until('the line in the log', () => lines.length > 0);
  expect(clock.pending).toBe(0);
  expect(lines.join('')).toContain('no such mailbox');
  expect(lines.join('')).not.toContain('token');
  await outbox.stop();
});

test('a letter that nobody takes is given up after four tries', async () => {
  let tries = 0;
  const { clock, lines, outbox } = outboxOf({
    send: () => {
      tries += 1;
      return Promise.reject(new Error('nobody is there'));
    },
  });
  outbox.post(letter);
  await clock.advance(60 * 60_000);
  expect(tries).toBe(4);
  expect(lines).toHaveLength(1);
});

test('a stop sends at once what waits for another try', async () => {
  let away = true;
  const sent: Letter[] = [];
  const { clock, outbox } = outboxOf({
    send: async (mail) => {
      if (away) throw new Error('away');
      sent.push(mail);
    },
  });
  outbox.post(letter);
  await clock.advance(0);
  away = false;
  await outbox.stop();
  expect(sent).toEqual([letter]);
});

test('a stop does not wait for a mail server that says nothing', async () => {
  const { clock, lines, outbox } = outboxOf({ send: () => new Promise(() => undefined) });
  outbox.post(letter);
  const stopped = outbox.stop();
  await clock.advance(2_000);
  await stopped;
  expect(lines.join('')).toContain('not sent');
});

test('past a bound letters are dropped, and the log says so', async () => {
  const { lines, outbox } = outboxOf({ send: () => new Promise(() => undefined) });
  const taken = Array.from({ length: 501 }, () => outbox.post(letter));
  expect(taken.filter((yes) => !yes)).toHaveLength(1);
  expect(taken.at(-1)).toBe(false);
  expect(lines).toHaveLength(1);
});

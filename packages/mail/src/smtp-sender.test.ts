import { expect, test } from 'vitest';
import { smtpServerOf } from './smtp-sender.ts';

test('smtps is TLS at once, on port 465 where none is named', () => {
  expect(smtpServerOf('smtps://mail.example')).toMatchObject({
    host: 'mail.example',
    port: 465,
    secure: true,
    ignoreTLS: false,
    tls: { rejectUnauthorized: true },
  });
});

test('smtp needs STARTTLS, on port 587 where none is named', () => {
  const server = smtpServerOf('smtp://mail.example');
  expect(server).toMatchObject({ port: 587, secure: false, requireTLS: true, ignoreTLS: false });
});

test.each(['localhost', '127.0.0.1', '127.9.9.9', '[::1]'])('%s is spoken to in clear', (host) => {
  const server = smtpServerOf(`smtp://${host}:2525`);
  expect(server).toMatchObject({ requireTLS: false, ignoreTLS: true, port: 2525 });
});

test.each(['127.0.0.1.example', 'localhost.example', '10.0.0.1', '[::2]'])(
  '%s is not this machine',
  (host) => {
    expect(smtpServerOf(`smtp://${host}`)).toMatchObject({ requireTLS: true, ignoreTLS: false });
  },
);

test('a user and a password may have every character', () => {
  const { auth } = smtpServerOf('smtps://a%40b:p%3Aw%2F@mail.example:465');
  expect(auth).toEqual({ user: 'a@b', pass: 'p:w/' });
  expect(smtpServerOf('smtps://mail.example')).not.toHaveProperty('auth');
});

test('what would be ignored is refused, without repeating it', () => {
  for (const url of ['smtp://h/x', 'smtp://h?tls=no', 'smtps://u:hidden@h#x', 'smtp://:25']) {
    expect(() => smtpServerOf(url)).toThrow(/^SMTP_URL [^:]*$/);
  }
});

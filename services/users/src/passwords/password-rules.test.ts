import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';

const ANNA = { username: 'Anna.Lee', email: 'anna@wonderland.example' };

test.each([
  ['a common password', 'password123', /common/],
  ['a common one in capitals', 'PassWord123', /common/],
  ['a common one in full-width letters', 'ｐａｓｓｗｏｒｄ１２３', /common/],
  ['the username', 'anna.lee', /your name/],
  ['the email', 'ANNA@wonderland.example', /your name/],
  ['one character again and again', '~'.repeat(40), /again and again/],
  ['one letter in both cases', 'zZzZzZzZz', /again and again/],
  ['the product', 'TideMark', /product/],
])('%s is refused', async (_what, password, reason) => {
  expect(await passwordFault(password, ANNA)).toMatch(reason);
});

test('what comes before the @ of the email is refused', async () => {
  const owner = { username: 'somebody', email: 'wonderland.anna@example.com' };
  expect(await passwordFault('Wonderland.Anna', owner)).toMatch(/your name/);
});

test.each([
  'correct horse battery',
  'contraseña más larga',
  '密码密码密码密码很长',
  '🐙🦑🐚🦀🦞🐠🐟🐡',
])('%s is taken', async (password) => {
  expect(await passwordFault(password, ANNA)).toBeNull();
});

test('random passwords are taken: there are no rules of composition', async () => {
  const long = fc.string({ minLength: 16, unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(long, async (password) => {
      fc.pre(new Set(password.normalize('NFKC').toLowerCase()).size > 1);
      expect(await passwordFault(password, ANNA)).toBeNull();
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loggedUrl } from './request-logger.ts';

test.each([
  ['/ws/prices?coins=a,b&ticket=abc', '/ws/prices?coins=a,b&ticket=…'],
  ['/x?token=a&limit=5', '/x?token=…&limit=5'],
  ['/x?Password=a%26b', '/x?Password=…'],
  ['/x?access_token=a', '/x?access_token=…'],
  ['/x?api-key=a;code=b', '/x?api-key=…;code=…'],
  ['/x?encode=a&keys=b&monkey=c', '/x?encode=a&keys=b&monkey=c'],
  ['/x?t%6Fken=a', '/x?…'],
  ['/token=a', '/token=a'],
  ['/x?', '/x?'],
])('%s is logged as %s', (url, logged) => {
  expect(loggedUrl(url)).toBe(logged);
});

test('whatever stands around it, a secret is left out', () => {
  const name = fc.constantFrom('ticket', 'token', 'code', 'key', 'password', 'secret', 'KEY');
  const around = fc.array(fc.string({ maxLength: 8 }).map((text) => text.replace(/[#&;?]/g, '')));
  fc.assert(
    fc.property(name, around, around, (secret, before, after) => {
      const query = [...before, `${secret}=hunter2`, ...after].join('&');
      expect(loggedUrl(`/x?${query}`)).not.toContain('hunter2');
    }),
  );
});

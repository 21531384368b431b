import { expect, test } from 'vitest';
import { usersRig } from './support/rig.ts';

const rig = usersRig();

/** What a page of another site can have a browser send without asking first (the Fetch standard's safelist), and nothing. */
const UNASKED = [
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  undefined,
];

test.each(['register', 'login', 'password/forgot', 'password/reset'])(
  'POST %s takes no body that a page of another site can send without asking',
  async (path) => {
    await rig.register('anna');
    const before = await rig.events();
    for (const type of UNASKED) {
      const answer = await rig.app.inject({
        method: 'POST',
        url: `/api/users/${path}`,
        headers: type === undefined ? {} : { 'content-type': type },
        payload: JSON.stringify({
          ...{ username: 'ben', email: 'anna@example.com', password: 'correct horse battery' },
          token: 'x'.repeat(43),
        }),
      });
      expect([400, 415]).toContain(answer.statusCode);
    }
    expect(await rig.events()).toEqual(before);
  },
);

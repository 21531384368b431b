import { expect, test } from 'vitest';
import { lossOf } from './call.ts';

const coded = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall });

test('an error of the connection says what became of the request', () => {
  expect(lossOf(coded('ECONNREFUSED', 'connect'))).toEqual({ kind: 'never-sent' });
  expect(lossOf(coded('UND_ERR_CONNECT_TIMEOUT'))).toEqual({ kind: 'never-sent' });
  expect(lossOf(coded('ECONNRESET', 'read'))).toEqual({ kind: 'lost' });
  expect(lossOf(coded('HPE_INVALID_CONSTANT'))).toEqual({ kind: 'lost' });
});

test.each([
  new DOMException('the caller is gone', 'AbortError'),
  new DOMException('no time is left', 'TimeoutError'),
  new Error('of another kind'),
])('what says nothing of a replica is thrown as it is: %s', (error) => {
  expect(() => lossOf(error)).toThrow(error);
});

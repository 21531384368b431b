import { expect, test } from 'vitest';
import { validationDetails } from './validation-details.ts';

test('each refused field is told once, with its path and every choice', () => {
  const choice = (allowedValue: string) => ({
    keyword: 'const',
    instancePath: '/window',
    params: { allowedValue },
    message: 'must be equal to constant',
  });
  const anyOf = { keyword: 'anyOf', instancePath: '/window', params: {}, message: 'no match' };
  const limit = {
    keyword: 'minimum',
    instancePath: '/limit',
    params: { limit: 1 },
    message: 'must be >= 1',
  };
  expect(validationDetails([choice('1h'), choice('24h'), anyOf, limit], 'querystring')).toEqual([
    { field: 'query.window', reason: 'must be one of 1h, 24h' },
    { field: 'query.limit', reason: 'must be >= 1' },
  ]);
});

test('a missing field is named, not the object it is missing from', () => {
  const missing = {
    keyword: 'required',
    instancePath: '/position',
    params: { missingProperty: 'coin_id' },
  };
  expect(validationDetails([missing], 'body')).toEqual([
    { field: 'body.position.coin_id', reason: 'is required' },
  ]);
});

test('a field that nobody knows is named, in words for people', () => {
  const stray = {
    keyword: 'additionalProperties',
    instancePath: '',
    params: { additionalProperty: 'pasword' },
    message: 'must NOT have additional properties',
  };
  expect(validationDetails([stray], 'body')).toEqual([
    { field: 'body.pasword', reason: 'is not known here' },
  ]);
});

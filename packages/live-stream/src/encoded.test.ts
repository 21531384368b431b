import { expect, test } from 'vitest';
import { Encoded } from './encoded.ts';

test('a value is encoded once for all its readers, each with a number of its own', () => {
  let encodings = 0;
  const data = {
    toJSON: () => {
      encodings += 1;
      return { code: 'a', message: 'é' };
    },
  };
  const value = new Encoded('k', { type: 'error', data: data as never });
  const texts = [1, 20].map((seq) => value.numbered(seq).toString());
  expect(texts).toEqual([
    '{"seq":1,"type":"error","data":{"code":"a","message":"é"}}',
    '{"seq":20,"type":"error","data":{"code":"a","message":"é"}}',
  ]);
  expect(encodings).toBe(1);
});

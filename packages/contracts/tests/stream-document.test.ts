import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { streamDocument } from '../src/stream-document.ts';

test('the description of the streams is valid AsyncAPI 3.0', () => {
  const ajv = new Ajv({
    // The schema brings the one that it is written in.
    ...{ meta: false, validateSchema: false },
    ...{ strict: false, validateFormats: false, allErrors: true },
  });
  const validate = ajv.compile(specs.schemas['3.0.0'] as object);
  validate(JSON.parse(JSON.stringify(streamDocument())));
  expect(validate.errors ?? []).toEqual([]);
});

test('every reference in it leads somewhere', () => {
  const document: unknown = JSON.parse(JSON.stringify(streamDocument()));
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
  const at = (path: string) =>
    path
      .split('/')
      .reduce<unknown>(
        (value, name) => (value as Record<string, unknown> | undefined)?.[name],
        document,
      );
  expect(references.length).toBeGreaterThan(30);
  expect(references.filter(([, path = '']) => at(path) === undefined)).toEqual([]);
});

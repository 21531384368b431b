import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineScriptHashes } from './web-files.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('base64');

test('inline scripts are hashed as they stand, scripts with a source are not', () => {
  const html =
    '<script src="/a.js" async=""></script><script>one()\n</script>' +
    '<script id="x" type="application/json">{"a":1}</script><script>one()\n</script>';
  expect(inlineScriptHashes(html)).toEqual([hash('one()\n'), hash('{"a":1}')]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml } from './xml-text.ts';

test('markup in a text is text', () => {
  expect(escapeXml(`<b a="1">&amp;'</b>`)).toBe(
    '&lt;b a=&quot;1&quot;&gt;&amp;amp;&#39;&lt;/b&gt;',
  );
});

test('what XML cannot hold is replaced', () => {
  expect(escapeXml('a\u0000b\u001b[0m\ud800 \uffff\t\n😀')).toBe(
    'a\ufffdb\ufffd[0m\ufffd \ufffd\t\n😀',
  );
});

test('no text ends an element, an attribute or the document', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text);
      expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      expect(escaped.isWellFormed()).toBe(true);
    }),
  );
});

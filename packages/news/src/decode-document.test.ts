import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decodeDocument } from './decode-document.ts';
import { NewsFormatError } from './news-item.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Characters up to U+00FF as one byte each. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it('bytes that are UTF-8 beyond ASCII are read so, whatever the labels say', () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?>Zürich – 東京';
  expect(decodeDocument(utf8(text), null)).toBe(text);
  expect(decodeDocument(utf8(text), 'text/xml; charset=windows-1252')).toBe(text);
});

it('a byte order mark comes before all, and is no part of the text', () => {
  expect(decodeDocument(utf8('\ufeffé'), 'text/xml; charset=latin1')).toBe('é');
  expect(decodeDocument(bytes('\xff\xfeé\0<\0'), 'text/xml; charset=utf-8')).toBe('é<');
  expect(decodeDocument(bytes('\xfe\xff\0é\0<'), null)).toBe('é<');
});

it('UTF-16 without a mark is known by its XML declaration', () => {
  const text = '<?xml version="1.0"?><rss>é';
  const wide = bytes(text.replace(/[^]/g, '$&\0'));
  expect(decodeDocument(wide, null)).toBe(text);
});

it('else the charset of HTTP holds, if the bytes are valid in it', () => {
  expect(decodeDocument(bytes('\xcf\xf0'), 'text/xml; charset="windows-1251"')).toBe('Пр');
  expect(decodeDocument(bytes('caf\xe9 au'), 'text/xml; charset=utf-8')).toBe('café au');
  expect(decodeDocument(bytes('caf\xe9 au'), 'text/xml; charset=klingon')).toBe('café au');
});

it('else the XML declaration, else windows-1252', () => {
  const declared = '<?xml version="1.0" encoding="windows-1251"?>';
  expect(decodeDocument(bytes(`${declared}\xcf\xf0`), null)).toBe(`${declared}Пр`);
  expect(decodeDocument(bytes('\x93caf\xe9\x94'), null)).toBe('“café”');
});

it('a character that the end cuts in two does not make it another encoding', () => {
  expect(decodeDocument(utf8('Zürich é').subarray(0, -1), null)).toBe('Zürich ');
});

it('quotes and dashes that were read as Latin-1 are mended, forbidden characters dropped', () => {
  expect(decodeDocument(utf8('Solana\u0092s \u0096 a\u0000\u0008\u0081b\tc\n'), null)).toBe(
    'Solana’s – ab\tc\n',
  );
});

it('gzip is unpacked by its bytes, as far as it came', () => {
  const text = Array.from({ length: 5000 }, (_, i) => `é${i * 7919}`).join(' ');
  const packed = gzipSync(text);
  expect(decodeDocument(packed, null)).toBe(text);
  const part = decodeDocument(packed.subarray(0, packed.length / 2), null);
  expect(part.length).toBeGreaterThan(1000);
  expect(text.startsWith(part)).toBe(true);
  expect(() => decodeDocument(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), null)).toThrow(NewsFormatError);
});

it('more than 8 MB is refused, packed or not', () => {
  const long = new Uint8Array(8 * 1024 * 1024 + 1).fill(0x20);
  expect(() => decodeDocument(long, null)).toThrow('longer than 8 MB');
  expect(() => decodeDocument(gzipSync(long), null)).toThrow('longer than 8 MB');
  expect(decodeDocument(long.subarray(1), null)).toHaveLength(8 * 1024 * 1024);
});

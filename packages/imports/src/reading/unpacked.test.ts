import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { unpackedBytes } from './unpacked.ts';

/** A ZIP file of one part, which says that it is a byte long. */
function zip(content: Uint8Array): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1, 24);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

it('is what is in it, whatever it says', () => {
  expect(unpackedBytes(zip(Buffer.alloc(5_000)), 5_000)).toBe(5_000);
  expect(unpackedBytes(zip(Buffer.alloc(5_001)), 5_000)).toBeNull();
});

it('is null for what is none, or is cut', () => {
  expect(unpackedBytes(Buffer.from('PK no more'), 5_000)).toBeNull();
  expect(unpackedBytes(zip(Buffer.alloc(5_000)).subarray(0, -30), 5_000)).toBeNull();
});

it('a workbook has one', () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Date', 'Coin']]), 'Sheet 1');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  expect(unpackedBytes(bytes, 1_000_000)).toBeGreaterThan(bytes.length);
});

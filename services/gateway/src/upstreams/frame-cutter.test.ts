import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeFrame, FrameCutter } from './frame-cutter.ts';

const TEXT = 1;

/** A frame as a server writes it (RFC 6455, 5.2). */
function frame(opcode: number, size: number): Buffer {
  const header = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  header.writeUInt8(0x80 | opcode, 0);
  header.writeUInt8(size < 126 ? size : size < 65_536 ? 126 : 127, 1);
  if (header.length === 4) header.writeUInt16BE(size, 2);
  if (header.length === 10) header.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([header, Buffer.alloc(size, opcode)]);
}

/** The same bytes in pieces that end at the given places. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, i) => bytes.subarray(i === 0 ? 0 : ends[i - 1], end));
}

const sizes = fc.oneof(
  fc.nat(130),
  fc.constantFrom(125, 126, 127, 65_535, 65_536, 70_000),
  fc.nat(200_000),
);

test('however the bytes are cut up, all of them pass, and where a piece ends a frame does', () => {
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 6 }), fc.array(fc.nat()), (frameSizes, cuts) => {
      const frames = frameSizes.map((size) => frame(TEXT, size));
      const ends = new Set([0]);
      for (const { length } of frames) ends.add(Math.max(...ends) + length);
      const cutter = new FrameCutter();
      const passed: Buffer[] = [];
      let position = 0;
      for (const piece of pieces(Buffer.concat(frames), cuts)) {
        const out = Buffer.from(cutter.push(piece));
        passed.push(out);
        position += out.length;
        if (cutter.atEnd !== ends.has(position)) return false;
      }
      return cutter.atEnd && Buffer.concat(passed).equals(Buffer.concat(frames));
    }),
  );
});

test('a frame under 64 KB is held back until it is whole, a larger one is not', () => {
  const small = frame(TEXT, 60_000);
  const cutter = new FrameCutter();
  expect(cutter.push(small.subarray(0, 50_000))).toHaveLength(0);
  expect(cutter.push(small.subarray(50_000))).toHaveLength(small.length);
  const large = frame(TEXT, 80_000);
  expect(cutter.push(large.subarray(0, 50_000))).toHaveLength(50_000);
  expect(cutter.atEnd).toBe(false);
});

test('a close frame is noticed once it has passed', () => {
  const cutter = new FrameCutter();
  cutter.push(frame(TEXT, 8));
  expect(cutter.closed).toBe(false);
  const close = closeFrame(1012, 'why');
  cutter.push(close.subarray(0, 3));
  expect(cutter.closed).toBe(false);
  cutter.push(close.subarray(3));
  expect(cutter.closed).toBe(true);
});

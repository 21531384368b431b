import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

test('whatever the pieces, every byte comes out: at once, or as a stream past the bound', async () => {
  const piece = fc.uint8Array({ minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
      const all = Buffer.concat(pieces);
      const gathered = await gather(Readable.from(pieces.map((each) => Buffer.from(each))), 100);
      expect(Buffer.isBuffer(gathered)).toBe(all.length <= 100);
      const out = Buffer.isBuffer(gathered)
        ? gathered
        : Buffer.concat((await gathered.toArray()) as Buffer[]);
      expect(out.equals(all)).toBe(true);
    }),
  );
});

test('a stream that breaks off fails, before the bound and after it', async () => {
  async function* broken(bytes: number): AsyncGenerator<Buffer> {
    yield Buffer.alloc(bytes);
    await Promise.resolve();
    throw new Error('broke off');
  }
  await expect(gather(Readable.from(broken(10)), 100)).rejects.toThrow('broke off');
  const large = await gather(Readable.from(broken(200)), 100);
  await expect((large as Readable).toArray()).rejects.toThrow('broke off');
});

test('whoever stops reading ends the source', async () => {
  const source = Readable.from([Buffer.alloc(200), Buffer.alloc(200)]);
  const large = (await gather(source, 100)) as Readable;
  for await (const _ of large) break;
  await expect.poll(() => source.destroyed).toBe(true);

  const unread = Readable.from([Buffer.alloc(200), Buffer.alloc(200)]);
  ((await gather(unread, 100)) as Readable).destroy();
  await expect.poll(() => unread.destroyed).toBe(true);
});

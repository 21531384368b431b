import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded } from './decode.ts';
import { recordsOf, type RawRecord } from './lines.ts';
import { rowsOf } from './records.ts';

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(bytes: Uint8Array, size = 7): Promise<string> {
  let text = '';
  for await (const part of decoded(chunks(bytes, size))) text += part;
  return text;
}

async function records(text: string, size = 5): Promise<RawRecord[]> {
  const parts = async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  };
  const all: RawRecord[] = [];
  for await (const batch of recordsOf(parts())) all.push(...batch);
  return all;
}

describe('bytes', () => {
  const SAMPLE = 'Zeit;Währung\r\n1;€ 5\n2;日本';

  it.each([1, 2, 3, 7, 1000])(
    'are read as UTF-8 and UTF-16, with and without marks, in pieces of %i',
    async (size) => {
      const wide = Buffer.from(SAMPLE, 'utf16le');
      expect(await textOf(Buffer.from(SAMPLE), size)).toBe(SAMPLE);
      expect(await textOf(Buffer.from(`\uFEFF${SAMPLE}`), size)).toBe(SAMPLE);
      expect(await textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), size)).toBe(SAMPLE);
      expect(
        await textOf(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), size),
      ).toBe(SAMPLE);
      expect(await textOf(wide, size)).toBe(SAMPLE);
    },
  );

  it('that are no UTF-8 are windows-1252, line by line', async () => {
    const mixed = Buffer.concat([
      Buffer.from('a;ä\n'),
      Buffer.from([0x62, 0x3b, 0x80, 0x35, 0x0a]),
      Buffer.from('c;€'),
    ]);
    expect(await textOf(mixed)).toBe('a;ä\nb;€5\nc;€');
  });

  it('that end within a character end before it', async () => {
    expect(await textOf(Buffer.from('1,€').subarray(0, 4))).toBe('1,');
  });
});

describe('records', () => {
  it('begin at the line that is told, over quoted breaks and any line end', async () => {
    const all = await records('a,b\r\n\r\n"x\ny",1\r2,3\n4,5');
    expect(all.map(({ line, text }) => [line, text])).toEqual([
      [1, 'a,b'],
      [3, '"x\ny",1'],
      [5, '2,3'],
      [6, '4,5'],
    ]);
    expect(all.map(({ last }) => last)).toEqual([undefined, undefined, undefined, true]);
  });

  it('a quote that is never closed costs its own row alone', async () => {
    const text = `a,b\n"oops,1\n${Array.from({ length: 100 }, (_, i) => `${i},x`).join('\n')}\n`;
    const rows = rowsOf(await records(text, 64), ',', 2);
    expect(rows).toHaveLength(102);
    expect(rows.filter(({ broken }) => broken !== undefined).map(({ line }) => line)).toEqual([2]);
  });

  it('whatever stands between quotes comes back as it was', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é'),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        async (table, size) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = table.map((row) => row.map(quote).join(',')).join('\r\n') + '\r\n';
          const rows = rowsOf(await records(text, size), ',', 3);
          const filled = table.filter((row) => row.some((each) => each.trim() !== ''));
          expect(rows.map(({ cells }) => cells)).toEqual(filled);
        },
      ),
    );
  });

  it('rows in one pair of quotes, and quotes doubled once too often, are rows', async () => {
    const rows = rowsOf(await records('"1,""2,500.00ADA"",3"\n1,""2,500.00ADA"",3\n'), ',', 3);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '2,500.00ADA', '3'],
      ['1', '2,500.00ADA', '3'],
    ]);
    expect(rows.map(({ wrapped }) => wrapped)).toEqual([true, undefined]);
  });
});

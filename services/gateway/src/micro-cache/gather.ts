import { Readable } from 'node:stream';

/**
 * The whole of a stream where it is not over `maxBytes`; else a stream of all of it, of which no more is kept.
 * @throws what the stream fails with before it is whole
 */
export async function gather(stream: Readable, maxBytes: number): Promise<Buffer | Readable> {
  const pieces: Buffer[] = [];
  let size = 0;
  // Between its two readers it may fail with nobody listening. Whoever reads on is told of it.
  stream.on('error', () => undefined);
  for await (const piece of stream.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(piece as Uint8Array);
    pieces.push(bytes);
    size += bytes.length;
    if (size > maxBytes) return joined(pieces, stream);
  }
  return Buffer.concat(pieces);
}

function joined(pieces: readonly Buffer[], rest: Readable): Readable {
  const whole = Readable.from(rejoined(pieces, rest), { objectMode: false });
  // One that nobody began to read does not end its source by itself.
  return whole.once('close', () => rest.destroy());
}

async function* rejoined(pieces: readonly Buffer[], rest: Readable): AsyncGenerator<Buffer> {
  yield* pieces;
  for await (const piece of rest) yield piece as Buffer;
}

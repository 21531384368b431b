/** Frames up to this size are passed on whole, bytes. */
const MAX_HELD = 64 * 1024;
const CLOSE = 0x8;

/**
 * Cuts a stream of WebSocket frames (RFC 6455, 5.2) where one ends, so that a frame of our own can be put in after any
 * piece. Frames are not changed and not decoded; one that is larger than 64 KB is passed on as it comes.
 */
export class FrameCutter {
  /** The beginning of a frame whose end has not come. */
  #held: Buffer = Buffer.alloc(0);
  /** Bytes still to come of a large frame that is being passed on. */
  #passing = 0;
  #closed = false;

  /** What was passed on ends with a frame's end. */
  get atEnd(): boolean {
    return this.#passing === 0;
  }

  /** A close frame was passed on. */
  get closed(): boolean {
    return this.#closed;
  }

  /** What may be passed on now, of this piece and what was held back. */
  push(piece: Buffer): Buffer {
    const bytes = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
    let end = Math.min(this.#passing, bytes.length);
    this.#passing -= end;
    while (this.#passing === 0 && end < bytes.length) {
      const size = frameSize(bytes, end);
      if (size === null || (end + size > bytes.length && size <= MAX_HELD)) break;
      if ((bytes.readUInt8(end) & 0x0f) === CLOSE) this.#closed = true;
      this.#passing = Math.max(0, end + size - bytes.length);
      end = Math.min(end + size, bytes.length);
    }
    this.#held = Buffer.from(bytes.subarray(end));
    return bytes.subarray(0, end);
  }
}

/** Header and payload of the frame that begins at `at`, bytes; null: too little of it is there to say. */
function frameSize(bytes: Buffer, at: number): number | null {
  if (bytes.length < at + 2) return null;
  const second = bytes.readUInt8(at + 1);
  const short = second & 0x7f;
  const header = 2 + (short === 127 ? 8 : short === 126 ? 2 : 0) + (second & 0x80 ? 4 : 0);
  if (bytes.length < at + header) return null;
  if (short === 126) return header + bytes.readUInt16BE(at + 2);
  return header + (short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short);
}

/** A close frame from a server; the reason has at most 123 bytes. */
export function closeFrame(code: number, reason: string): Buffer {
  const words = Buffer.from(reason);
  const frame = Buffer.alloc(4 + words.length);
  frame.writeUInt8(0x80 | CLOSE, 0);
  frame.writeUInt8(2 + words.length, 1);
  frame.writeUInt16BE(code, 2);
  words.copy(frame, 4);
  return frame;
}

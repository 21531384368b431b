import { readFileSync } from 'node:fs';
import type { Venue } from '../model/product.ts';

/** A line of a recording: when the frame came, epoch seconds, and its text. */
export interface RecordedFrame {
  ts: number;
  raw: string;
}

/** A recording: the path of a file of JSON lines `{ ts, raw }`, or the frames themselves. */
export type RecordingSource = string | readonly RecordedFrame[];

/** A frame that was read. `value` is undefined where the text is no JSON object. */
export interface ReadFrame {
  /** Epoch ms at which it came. */
  at: number;
  raw: string;
  value: Record<string, unknown> | undefined;
}

export interface Recording {
  venue: Venue;
  frames: ReadFrame[];
}

/**
 * Reads a recording; which venue's it is shows in the frames' shape.
 * @throws Error naming the file and line that cannot be read
 */
export function readRecording(source: RecordingSource): Recording {
  const name = typeof source === 'string' ? source : 'recording';
  const lines = typeof source === 'string' ? readLines(source) : source;
  const frames = lines.map((line): ReadFrame => {
    return { at: line.ts * 1000, raw: line.raw, value: objectOf(line.raw) };
  });
  const venue = frames.map((frame) => venueOf(frame.value)).find(Boolean);
  if (!venue) throw new Error(`${name}: no frame of Binance or Coinbase in it`);
  return { venue, frames };
}

function readLines(path: string): RecordedFrame[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, i) => (line.trim() ? [readLine(line, `${path}:${i + 1}`)] : []));
}

function readLine(line: string, place: string): RecordedFrame {
  const value = objectOf(line);
  const ts = value?.['ts'];
  const raw = value?.['raw'];
  if (typeof ts !== 'number' || typeof raw !== 'string') {
    throw new Error(`${place}: a line must be {"ts": <seconds>, "raw": "<frame>"}`);
  }
  return { ts, raw };
}

function venueOf(frame: Record<string, unknown> | undefined): Venue | undefined {
  if (!frame) return undefined;
  if (typeof frame['stream'] === 'string' || typeof frame['e'] === 'string') return 'binance';
  return typeof frame['type'] === 'string' ? 'coinbase' : undefined;
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

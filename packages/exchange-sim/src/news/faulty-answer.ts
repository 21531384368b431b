import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { Clock } from '@tidemark/clock/clock';
import type { Random } from '../model/random.ts';
import type { NewsFault } from './news-faults.ts';

const BYTE_EVERY_MS = 1000;
const MORE_EVERY_MS = 100;
const GARBAGE_BYTES = 4096;
const HUGE_CHUNKS = 1024;
/** 64 KiB of comments, which may stand in either kind of feed. */
const FILLER = Buffer.from('<!-- more and more -->\n'.padStart(64, ' ').repeat(1024));
/** Where a document's list of items ends. */
const END_OF_ITEMS = /<\/(?:channel|feed)>/;

/** What an answer is made of. */
export interface AnswerParts {
  response: ServerResponse;
  /** The document that is told when nothing is wrong. */
  document: string;
  type: string;
  clock: Clock;
  random: Random;
}

/** Answers a GET as the fault has it. What goes on for long ends with the connection, which ends with the server. */
export function answerFaultily(fault: NewsFault, parts: AnswerParts): void {
  const { response } = parts;
  if (fault.kind === 'status') plain(response, fault.status);
  else if (fault.kind === 'redirect') plain(response, 302, { location: fault.location });
  else BODIES[fault.kind](parts);
}

const BODIES = { slow: drip, endless: goOn, cut, garbage: sendGarbage, huge: sendHuge };

function plain(
  response: ServerResponse,
  status: number,
  headers: { location?: string } = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain', ...headers });
  response.end(`${status}\n`);
}

/** A byte at once, and one more each second. */
function drip({ response, document, type, clock }: AnswerParts): void {
  response.writeHead(200, { 'content-type': type });
  const bytes = Buffer.from(document);
  let sent = 0;
  const next = (): void => {
    response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent === bytes.length) response.end();
  };
  whileOpen(response, clock.every(BYTE_EVERY_MS, next));
  next();
}

/** The feed, and instead of its end more of it, as long as somebody reads. */
function goOn({ response, document, type, clock }: AnswerParts): void {
  response.writeHead(200, { 'content-type': type });
  const more = (): void => {
    if (!response.writableNeedDrain) response.write(FILLER);
  };
  response.write(document.slice(0, document.search(END_OF_ITEMS)));
  whileOpen(response, clock.every(MORE_EVERY_MS, more));
}

function sendGarbage({ response, type, random }: AnswerParts): void {
  response.writeHead(200, { 'content-type': type });
  response.end(Buffer.from(Array.from({ length: GARBAGE_BYTES }, () => random.below(256))));
}

/** The feed with 64 MB before its end, as fast as they are read. */
function sendHuge({ response, document, type }: AnswerParts): void {
  response.writeHead(200, { 'content-type': type });
  const end = document.search(END_OF_ITEMS);
  const chunks = function* (): Generator<string | Buffer> {
    yield document.slice(0, end);
    for (let i = 0; i < HUGE_CHUNKS; i += 1) yield FILLER;
    yield document.slice(end);
  };
  // A reader that goes away is what the fault is for.
  pipeline(Readable.from(chunks(), { objectMode: false }), response, () => {});
}

/** Promises the whole document and breaks off within its first item; half of a document that has none. */
function cut({ response, document, type }: AnswerParts): void {
  const item = document.search(/<(?:item|entry)>/);
  const until = item < 0 ? document.length / 2 : item + 20;
  response.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(document),
  });
  response.write(document.slice(0, until), () => response.destroy());
}

function whileOpen(response: ServerResponse, cancel: () => void): void {
  response.once('close', cancel);
}

import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket, type ClientOptions } from 'ws';
import { afterwards } from './two-processes.ts';

export interface OpenStream {
  status: 101;
  ws: WebSocket;
  messages: { type: string; data: unknown }[];
  heard(count: number): Promise<unknown[]>;
  closed: Promise<number>;
}
export interface RefusedStream {
  status: number;
  code: string;
  message: string;
  headers: IncomingMessage['headers'];
}

/** Asks for a WebSocket, and tells what became of it. */
export async function openStream(
  origin: string,
  path: string,
  options: ClientOptions = {},
): Promise<OpenStream | RefusedStream> {
  const ws = new WebSocket(`${origin.replace('http', 'ws')}${path}`, options);
  ws.on('error', () => undefined);
  afterwards(async () => ws.terminate());
  const messages: OpenStream['messages'] = [];
  ws.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as OpenStream['messages'][number]);
  });
  const closed = new Promise<number>((resolve) => ws.once('close', resolve));
  const response = await new Promise<IncomingMessage | null>((resolve) => {
    ws.once('open', () => resolve(null));
    ws.once('unexpected-response', (_request, answer) => resolve(answer));
  });
  if (response) return refused(response);
  const heard = async (count: number) => {
    while (messages.length < count) await once(ws, 'message');
    return messages;
  };
  return { status: 101, ws, messages, heard, closed };
}

/** @throws Error when it is refused */
export async function opened(...args: Parameters<typeof openStream>): Promise<OpenStream> {
  const stream = await openStream(...args);
  if ('ws' in stream) return stream;
  throw new Error(`refused with ${stream.status} ${stream.code}`);
}

async function refused(response: IncomingMessage): Promise<RefusedStream> {
  let body = '';
  for await (const piece of response) body += String(piece);
  const { error } = JSON.parse(body) as { error: { code: string; message: string } };
  return { status: response.statusCode ?? 0, ...error, headers: response.headers };
}

import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { startServer, type ServerProcess } from './server-process.ts';
import type { Answer } from './start-watch.ts';

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts the server, to be killed with the test. */
export function begin(env: Record<string, string>): ServerProcess {
  const server = startServer(env);
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

/** Each status that was answered, in the order of the first of its kind. */
export const statuses = (answers: Answer[] | undefined) => [
  ...new Set(answers?.map(({ status }) => status)),
];

/** What `/readyz` says is waited for, by module. */
export function waitedFor(answers: Answer[] | undefined): string {
  const last = answers?.at(-1)?.body ?? '{}';
  const { modules = [] } = JSON.parse(last) as { modules?: { waiting_for: string | null }[] };
  return modules.map(({ waiting_for }) => waiting_for).join(' ');
}

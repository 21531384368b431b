import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished, expect, test } from 'vitest';
import { ALL, ALL_OR_NOTHING, beginImport, type BegunImport } from './support/killed-import.ts';
import { folder } from './support/memory-folder.ts';
import { register } from './support/person.ts';
import { startServer, type ServerProcess } from './support/server-process.ts';
import { freePort } from './support/starting-server.ts';

/** Of the time that an import takes. */
const MOMENTS = [0.3, 0.6, 0.9];

test('kill -9 in an import leaves all or nothing, and it is done when somebody asks for it', async () => {
  const env = { DATA_DIR: await folder(), PORT: String(await freePort()) };
  let server: ServerProcess;
  const start = async () => {
    server = startServer(env);
    return (await server.ready).url;
  };
  const kill = async () => {
    server.kill('SIGKILL');
    await server.ended;
  };
  onTestFinished(() => kill());
  const owner = await register(await start());
  const from = performance.now();
  await (await beginImport(owner)).ended();
  const takes = performance.now() - from;

  const begun: BegunImport[] = [];
  for (const moment of MOMENTS) {
    const one = await beginImport(owner);
    begun.push(one);
    await pause(moment * takes * 0.5);
    await kill();
    await start();
    expect(ALL_OR_NOTHING).toContain(await one.balance());
  }
  for (const one of begun) {
    expect(await one.ended()).toMatchObject({ state: 'done', transactions: Number(ALL) });
    expect(await one.balance()).toBe(ALL);
  }
}, 600_000);

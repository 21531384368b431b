import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PARTITIONS, type NumberTopic } from './stream.ts';
import { testPrefix } from './kafka-under-test.ts';

interface Line {
  got?: number[];
  assigned?: number[];
  ready?: true;
}

/** A member of group `g` that can be killed. */
export interface ConsumerProcess {
  got: number[];
  assigned: number[];
  kill(): Promise<void>;
}

/** Starts one; resolves once it is subscribed. */
export async function startConsumer(
  topic: NumberTopic,
  commit: 'auto' | 'manual' = 'auto',
): Promise<ConsumerProcess> {
  const script = new URL('children/consumer.ts', import.meta.url).pathname;
  const options = [topic.name, String(PARTITIONS), testPrefix, commit];
  const child = spawn(process.execPath, [script, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const consumer: ConsumerProcess = {
    got: [],
    assigned: [],
    kill: async () => {
      if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
    },
  };
  const ready = Promise.withResolvers<undefined>();
  createInterface(child.stdout).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    consumer.got.push(...(line.got ?? []));
    consumer.assigned.push(...(line.assigned ?? []));
    if (line.ready) ready.resolve(undefined);
  });
  child.once('exit', () => ready.reject(new Error('The consumer ended.')));
  await ready.promise;
  return consumer;
}

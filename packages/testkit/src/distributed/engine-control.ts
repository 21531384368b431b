import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../until.ts';

export const ENGINES = ['postgres', 'redis', 'kafka'] as const;
export type Engine = (typeof ENGINES)[number];

/** Ends and starts the engines that dev/with-infra.sh runs. */
export interface EngineControl {
  /** `kill -9`; resolves when it is gone. */
  kill(engine: Engine): Promise<void>;
  /** Starts it again on its port and data; resolves when it answers. */
  start(engine: Engine): Promise<void>;
}

/** @param infra TIDEMARK_INFRA: a folder for each engine with `start` and `pid` in it */
export function engineControl(infra: string): EngineControl {
  const run = promisify(execFile);
  return {
    kill: async (engine) => {
      const pid = Number(readFileSync(join(infra, engine, 'pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      await until(`${engine} to be gone`, () => !isRunning(pid));
    },
    start: async (engine) => {
      await run(join(infra, engine, 'start'));
    },
  };
}

/** A process that ended and was not waited for yet still has its pid, and does nothing. */
function isRunning(pid: number): boolean {
  try {
    const state = /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}

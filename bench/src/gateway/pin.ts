import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What is measured has this core to itself, and what measures another. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

/** Whether processes can be held to a core. */
export const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Holds every thread of a process, and those it makes later, to one core; does nothing where that cannot be done. */
export function pin(pid: number, core: number): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
}

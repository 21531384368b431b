import { readFileSync } from 'node:fs';

/** Linux counts CPU time in these, s. */
const TICK_S = 0.01;

/** CPU time that a process has used in all its threads, s; NaN where that cannot be read. */
export function cpuTime(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, a name in brackets, may have spaces; user and system time are the 14th and 15th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_S;
  } catch {
    return NaN;
  }
}

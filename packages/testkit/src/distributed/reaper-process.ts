import { createInterface } from 'node:readline';

// Outlives its parent by a moment: the parent writes `+<pid>` for each child it starts and `-<pid>` for each that
// ended. When the parent is gone, whatever way it went, its end of the pipe closes, and the rest is killed.
const alive = new Set<number>();
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) alive.add(pid);
  else alive.delete(pid);
});
lines.on('close', () => {
  for (const pid of alive) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
});

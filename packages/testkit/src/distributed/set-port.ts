import { createServer } from 'node:net';

/**
 * Below the ports that Linux (32768), macOS (49152) and Windows (49152) give to outgoing connections: a process that is
 * down for a while must find its port free when it comes back.
 */
const LOWEST = 18_000;
const HIGHEST = 31_000;
const TRIES = 200;

const given = new Set<number>();

/**
 * The first of `count` neighbouring ports of 127.0.0.1 that nothing listens on; never given twice by this process.
 * @throws Error when none are found
 */
export async function setPort(count = 1): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - count));
    const ports = Array.from({ length: count }, (_, i) => first + i);
    if (ports.some((port) => given.has(port))) continue;
    const free = await Promise.all(ports.map(isFree));
    if (!free.every(Boolean)) continue;
    for (const port of ports) given.add(port);
    return first;
  }
  throw new Error(`no ${count} free ports from ${LOWEST} to ${HIGHEST}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

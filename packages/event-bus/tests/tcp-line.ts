import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy on 127.0.0.1 that can fail like a cable. */
export interface TcpLine {
  /** Connections stay open and nothing passes; new ones are taken and get nothing. */
  stall(): void;
  /** Connections are reset and new ones refused. */
  cut(): Promise<void>;
  /** As before the fault. Stalled connections are reset: what they held is gone. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Passes what comes at `from` on to `to`, both `host:port`. */
export async function startTcpLine(from: string, to: string): Promise<TcpLine> {
  const target = new URL(`tcp://${to}`);
  const ends = new Set<Socket>();
  let stalled = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('data', (bytes) => {
        if (!stalled) other.write(bytes);
      });
      one.on('error', () => other.destroy());
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
    }
  });
  const port = Number(new URL(`tcp://${from}`).port);
  const reset = () => ends.forEach((end) => end.resetAndDestroy());
  await listen(server, port);
  return {
    stall: () => void (stalled = true),
    cut: () => stop(server, reset),
    mend: async () => {
      if (stalled) reset();
      stalled = false;
      if (!server.listening) await listen(server, port);
    },
    close: () => stop(server, reset),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function stop(server: Server, reset: () => void): Promise<void> {
  if (!server.listening) return;
  server.close();
  reset();
  await once(server, 'close');
}

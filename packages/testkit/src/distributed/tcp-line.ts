import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP connection's two ends, as the proxy sees them. */
interface Pair {
  near: Socket;
  far: Socket;
}

/** A TCP proxy on loopback that can be cut like a cable. */
export interface TcpLine {
  /** Where clients connect. */
  port: number;
  /** Nothing is passed on any more, in either direction; connections stay open, and new ones are taken and get nothing. */
  stall(): void;
  /** Connections are reset, and new ones are refused. */
  cut(): Promise<void>;
  /** Everything goes on; after a stall with what the two ends had sent meanwhile. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy to `target` (`host:port`) on 127.0.0.1 at `port`; 0: any. */
export async function startTcpLine(target: string, port = 0): Promise<TcpLine> {
  const { hostname, port: targetPort } = new URL(`tcp://${target}`);
  const pairs = new Set<Pair>();
  let stalled = false;
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(targetPort) });
    join(pairs, { near, far });
    if (stalled) pause({ near, far });
  });
  await listen(server, port);
  const used = (server.address() as AddressInfo).port;
  const reset = () => {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  };
  return {
    port: used,
    stall: () => {
      stalled = true;
      for (const pair of pairs) pause(pair);
    },
    cut: async () => {
      const closed = close(server);
      reset();
      await closed;
    },
    mend: async () => {
      stalled = false;
      for (const { near, far } of pairs) {
        near.pipe(far);
        far.pipe(near);
      }
      if (!server.listening) await listen(server, used);
    },
    close: async () => {
      const closed = close(server);
      reset();
      await closed;
    },
  };
}

function join(pairs: Set<Pair>, pair: Pair): void {
  const { near, far } = pair;
  pairs.add(pair);
  near.setNoDelay(true);
  far.setNoDelay(true);
  near.pipe(far);
  far.pipe(near);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.resetAndDestroy());
    one.on('close', () => {
      other.destroy();
      pairs.delete(pair);
    });
  }
}

function pause({ near, far }: Pair): void {
  near.unpipe(far);
  far.unpipe(near);
  near.pause();
  far.pause();
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  await once(server, 'close');
}

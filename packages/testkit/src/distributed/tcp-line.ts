import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface LineOptions {
  /** Where to listen; 0 (default): any port. */
  port?: number;
  /** Tells clients apart by the first bytes that they send, so that the line of one kind can be cut alone. */
  branchOf?: (first: Buffer) => string;
}

/** A TCP proxy on loopback that can be cut like a cable; as a whole, or a branch of it. */
export interface TcpLine {
  /** Where clients connect. */
  port: number;
  /** Nothing is passed on any more, in either direction; connections stay open, and new ones are taken and get nothing. */
  stall(branch?: string): void;
  /** Connections are reset, and new ones are refused; those of a branch are reset when they have said who they are. */
  cut(branch?: string): Promise<void>;
  /** Everything goes on; after a stall with what the two ends had sent meanwhile. */
  mend(branch?: string): Promise<void>;
  close(): Promise<void>;
}

/** The two ends of a connection, as the proxy sees them. */
interface Pair {
  branch: string;
  near: Socket;
  far: Socket;
}

type State = 'whole' | 'stalled' | 'cut';
const ANY = '';

/** Starts a proxy on 127.0.0.1 to `target` (`host:port`). */
export async function startTcpLine(target: string, options: LineOptions = {}): Promise<TcpLine> {
  const { hostname, port: targetPort } = new URL(`tcp://${target}`);
  const states = new Map<string, State>();
  const pairs = new Set<Pair>();
  const take = (near: Socket, branch: string) => {
    const state = states.get(branch) ?? 'whole';
    if (state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ host: hostname, port: Number(targetPort), noDelay: true });
    const pair = { branch, near, far };
    join(pairs, pair);
    if (state === 'whole') flow(pair);
  };
  const server = createServer({ noDelay: true }, (near) => {
    near.on('error', () => undefined);
    const { branchOf } = options;
    if (!branchOf) {
      take(near, ANY);
      return;
    }
    near.once('data', (first: Buffer) => {
      near.pause();
      near.unshift(first);
      take(near, branchOf(first));
    });
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const of = (branch: string) => [...pairs].filter((pair) => pair.branch === branch);
  return {
    port,
    stall: (branch = ANY) => {
      states.set(branch, 'stalled');
      of(branch).forEach(hold);
    },
    cut: async (branch = ANY) => {
      states.set(branch, 'cut');
      const closed = options.branchOf ? null : close(server);
      of(branch).forEach(reset);
      await closed;
    },
    mend: async (branch = ANY) => {
      states.set(branch, 'whole');
      of(branch).forEach(flow);
      if (!server.listening) await listen(server, port);
    },
    close: async () => {
      const closed = close(server);
      [...pairs].forEach(reset);
      await closed;
    },
  };
}

function join(pairs: Set<Pair>, pair: Pair): void {
  const { near, far } = pair;
  pairs.add(pair);
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

function flow({ near, far }: Pair): void {
  near.pipe(far);
  far.pipe(near);
}

function hold({ near, far }: Pair): void {
  near.unpipe(far);
  far.unpipe(near);
  near.pause();
  far.pause();
}

function reset({ near, far }: Pair): void {
  near.resetAndDestroy();
  far.resetAndDestroy();
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

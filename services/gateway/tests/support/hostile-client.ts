import { connect, type Socket } from 'node:net';

/**
 * `hostile-client.ts <what> <port> <count>`: a client that means no good, in a process of its own. Prints `up` once all
 * its connections are there, and `left <n>` each second: how many of them are.
 */
const [what = '', port, count] = process.argv.slice(2);
const UPGRADE =
  'GET /ws/prices HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n';
const TEN_MB = 10_000_000;

type Attack = (socket: Socket, i: number) => void;

const ATTACKS: Readonly<Record<string, Attack>> = {
  /** A byte of a header a second, without end. */
  'slow-loris': (socket) => {
    socket.write('GET / HTTP/1.1\r\nhost: a\r\nx-slow: ');
    const timer = setInterval(() => socket.write('y'), 1_000);
    socket.once('close', () => clearInterval(timer));
  },
  /** A body of 10 MB, as fast as it is taken, whatever the answer. */
  'large-body': (socket) => {
    socket.write(
      `POST /api/users/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${TEN_MB}\r\n\r\n`,
    );
    socket.write(Buffer.alloc(TEN_MB, 0x20));
  },
  /** Connections and nothing more. */
  idle: () => undefined,
  /** Half of them stop within the headers of an upgrade, half right after them; none reads. */
  upgrades: (socket, i) => {
    socket.pause();
    socket.write(
      i % 2 === 0 ? UPGRADE : `${UPGRADE}sec-websocket-key: ${'A'.repeat(22)}==\r\n\r\n`,
    );
  },
};

const attack = ATTACKS[what] ?? (() => undefined);
const sockets = new Set<Socket>();
/** A listening socket has so many places for those that are not accepted yet. */
const AT_ONCE = 200;

function open(i: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    sockets.add(socket);
    socket.on('data', () => undefined);
    socket.on('error', () => resolve());
    socket.once('close', () => {
      sockets.delete(socket);
      resolve();
    });
    socket.once('connect', () => {
      attack(socket, i);
      resolve();
    });
  });
}

for (let i = 0; i < Number(count); i += AT_ONCE) {
  const batch = Math.min(AT_ONCE, Number(count) - i);
  await Promise.all(Array.from({ length: batch }, (_, j) => open(i + j)));
}
process.stdout.write('up\n');
const tell = () => process.stdout.write(`left ${sockets.size}\n`);
tell();
setInterval(tell, 1_000);

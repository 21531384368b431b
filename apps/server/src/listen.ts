import { once } from 'node:events';
import { createServer, isIPv4, type AddressInfo, type Server } from 'node:net';
import { StartError } from './start-error.ts';

/** Where to listen. Port 0: any that is free. */
export interface ListenAt {
  host: string;
  port: number;
}

/**
 * Has a server listen; `localhost` is both loopback addresses where the machine has both.
 * @throws StartError in words for the person who starts it
 */
export async function listen(server: Server, at: ListenAt): Promise<void> {
  try {
    server.listen(at);
    await once(server, 'listening');
  } catch (error) {
    throw explainListenError(error, at);
  }
  if (at.host === 'localhost') await listenAtOtherLoopback(server);
}

/** Connections to the other address are handed to the server. One that cannot be listened on is done without. */
async function listenAtOtherLoopback(server: Server): Promise<void> {
  const { address, port } = server.address() as AddressInfo;
  const other = createServer((socket) => void server.emit('connection', socket));
  server.once('close', () => other.close());
  other.listen({ host: isIPv4(address) ? '::1' : '127.0.0.1', port });
  await once(other, 'listening').catch(() => undefined);
}

/**
 * The readable form of an error of `listen`; errors of other kinds come back as they are.
 * @param variable the one that chooses the port
 */
export function explainListenError(
  error: unknown,
  { host, port }: ListenAt,
  variable = 'PORT',
): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} on ${host} is taken, perhaps by another Tidemark. ` +
        `Stop that program, or choose another port: ${variable}=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new StartError(
      `This user may not listen on port ${port}. Choose one over 1023 with ${variable}.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(
      `This machine has no address ${host} to listen on. Choose another with HOST.`,
    );
  }
  return error as Error;
}

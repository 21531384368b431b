import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/** Where to listen. Port 0: any that is free. */
export interface ListenAt {
  host: string;
  port: number;
}

/**
 * Sees that the port can be had, before minutes of work are spent on a server that cannot listen.
 * @throws StartError in words for the person who starts it
 */
export async function checkPort(at: ListenAt): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(at);
    await once(probe, 'listening');
  } catch (error) {
    throw explainListenError(error, at);
  } finally {
    probe.close();
  }
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

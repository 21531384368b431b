import type { ServiceName } from '@tidemark/contracts/services';
import { until } from '../until.ts';
import type { Ending, LoggedProcess } from './logged-process.ts';

const READY_WITHIN_MS = 90_000;
/** Past the server's own deadline for a clean end. */
const STOP_WITHIN_MS = 10_000;

/** One process of a distributed set; it keeps its name and port when it is started again. */
export interface SetMember {
  /** Such as `gateway-a`. */
  name: string;
  service: 'gateway' | ServiceName;
  url: string;
  /** Of the running process; null while there is none. */
  pid(): number | null;
  /** Starts it and waits until it is ready. */
  start(): Promise<void>;
  /** Starts it and waits for nothing. */
  launch(): void;
  /** SIGTERM; resolves with how it ended. @throws Error when it does not end in time; it is killed then */
  stop(): Promise<Ending>;
  /** `kill -9`. */
  kill(): Promise<void>;
  isReady(): Promise<boolean>;
  /** @throws Error with the end of its output when it is not ready in time, or ends */
  untilReady(): Promise<void>;
  tail(lines?: number): string;
}

export function setMember(
  service: SetMember['service'],
  url: string,
  member: LoggedProcess,
): SetMember {
  const { name } = member.plan;
  const isReady = () =>
    fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
  const untilReady = async () => {
    const readyOrGone = async () => member.pid === null || (await isReady());
    await until(`${name} to be ready`, readyOrGone, READY_WITHIN_MS).catch((error: unknown) => {
      throw new Error(`${(error as Error).message}\n${member.tail()}`, { cause: error });
    });
    if (member.pid === null) throw new Error(`${name} ended\n${member.tail()}`);
  };
  return {
    name,
    service,
    url,
    pid: () => member.pid,
    launch: () => member.start(),
    start: async () => {
      member.start();
      await untilReady();
    },
    stop: () => stop(member),
    kill: async () => {
      await member.end('SIGKILL');
    },
    isReady,
    untilReady,
    tail: (lines) => member.tail(lines),
  };
}

async function stop(member: LoggedProcess): Promise<Ending> {
  const ending = member.end('SIGTERM');
  const late = new Promise<null>((resolve) => setTimeout(resolve, STOP_WITHIN_MS, null).unref());
  const inTime = await Promise.race([ending, late]);
  if (inTime) return inTime;
  await member.end('SIGKILL');
  const { name } = member.plan;
  throw new Error(`${name} did not end within ${STOP_WITHIN_MS} ms of SIGTERM\n${member.tail()}`);
}

import type { Clock } from '@tidemark/clock/clock';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { Logger } from '@tidemark/telemetry/logger';

/** Something that runs outside this process, and may come late or be away for a while. */
export interface Engine {
  /** Rejects when it does not answer; bounded in time. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface EngineModuleOptions {
  /** Name of the port it serves. */
  name: string;
  /** What it is, such as `PostgreSQL`: whoever asks `/readyz` is told of it. */
  what: string;
  /** Where it is, without credentials, such as `db:5432`: for the log alone. */
  place: string;
  /** Makes the client without waiting for the engine. */
  open: () => Promise<Engine>;
  /** Whether the process is not ready while the engine is away; a cache that is away makes it slower only. */
  essential: boolean;
  clock: Clock;
  logger: Logger;
}

const PING_EVERY_MS = 1_000;
const REMIND_EVERY_MS = 30_000;

/** Waits at the start until the engine answers, and watches it from then on. Where it is and what it says is logged. */
export function engineModule(options: EngineModuleOptions): HostedModule {
  const { name, what, clock, logger, essential } = options;
  const label = `${what} at ${options.place}`;
  let engine: Engine | undefined;
  let away: string | null = 'not asked yet';
  let toldAt = -Infinity;
  let started = false;
  const over = new AbortController();

  const look = async (): Promise<void> => {
    const was = away;
    away = (await engine?.ping().then(() => null, reasonOf)) ?? null;
    if (away === null) {
      if (toldAt > -Infinity) logger.info(`${label} answers`);
      toldAt = -Infinity;
    } else if (was === null || clock.monotonic() - toldAt >= REMIND_EVERY_MS) {
      toldAt = clock.monotonic();
      logger.warn({ reason: away }, started ? `${label} does not answer` : `waiting for ${label}`);
    }
  };
  /** Looks again after a while; false once the signal is aborted. */
  const lookLater = async (signal: AbortSignal): Promise<boolean> => {
    const slept = clock.sleep(PING_EVERY_MS, signal).then(() => true);
    const go = await slept.catch(() => false);
    if (go) await look();
    return go;
  };
  const watch = async (signal: AbortSignal): Promise<void> => {
    while (await lookLater(signal));
  };
  return {
    name,
    needs: [],
    create: async () => void (engine = await options.open()),
    start: async (signal) => {
      await look();
      while (away !== null && (await lookLater(signal)));
      started = true;
      void watch(over.signal);
    },
    stop: async () => over.abort(new Error('the process is stopping')),
    close: async () => engine?.close(),
    waitingFor: () => (away !== null && (essential || !started) ? what : null),
  };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'connection refused',
    ENOTFOUND: 'no such host',
    ETIMEDOUT: 'no answer',
  };
  return (code && known[code]) ?? (message || String(error));
}

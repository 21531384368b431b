import { systemClock } from '@tidemark/clock/system-clock';
import type { Environment } from '@tidemark/config/load-config';
import type { ModuleHost } from '@tidemark/service/module-host';
import { createLogger, type Logger } from '@tidemark/telemetry/logger';
import { loadModules } from './modules.ts';
import { topologyOf } from './runtime.ts';
import { readConfiguration, readTargets, type Configuration } from './server-config.ts';
import { explainStartError } from './start-error.ts';
import { untilTold } from './stop-signals.ts';
import { assemble, type System } from './system.ts';

const READY_WAIT_MS = 3_000;
const READY_POLL_MS = 20;

/**
 * Runs the process from its environment to its end.
 * @returns the exit code: 0 after a signal, 1 when it could not start or could not go on
 */
export async function run(env: Environment): Promise<number> {
  const stopped = untilTold();
  try {
    const services = await loadModules(readTargets(env));
    const configuration = readConfiguration(services, env);
    const logger = loggerFor(configuration);
    for (const suspect of configuration.suspects) logger.warn(suspect);
    const topology = topologyOf(configuration.engines, configuration.server.DATA_DIR);
    return await topology.alone(async () =>
      serve(await assemble(services, configuration, topology, logger), stopped),
    );
  } catch (error) {
    process.stderr.write(`${explainStartError(error)}\n`);
    return 1;
  }
}

/** Starts, says so, and stops when told to or when something fatal happens. */
async function serve(system: System, stopped: Promise<'told'>): Promise<number> {
  const { host } = system;
  const starting = host.start();
  const early = await Promise.race([starting.then(() => null), stopped]);
  if (early === null) {
    await untilReady(host);
    process.stdout.write(`${readyLine(system)}\n`);
  }
  const end = await Promise.race([stopped, host.failed]);
  await host.stop();
  await starting.catch(() => undefined);
  if (end === 'told') return 0;
  process.stderr.write(`${explainStartError(end)}\n`);
  return 1;
}

function readyLine({ name, market, address }: System): string {
  return `${name} is ready at ${address()} (${market.kind} market: ${market.reason})`;
}

/** Gives the first prices a moment to come in; a venue that is away does not hold the address back. */
async function untilReady(host: ModuleHost): Promise<void> {
  const until = systemClock.monotonic() + READY_WAIT_MS;
  while (!host.readiness().ready && systemClock.monotonic() < until) {
    await systemClock.sleep(READY_POLL_MS);
  }
}

function loggerFor({ server }: Configuration): Logger {
  return createLogger({ level: server.LOG_LEVEL, pretty: process.stdout.isTTY });
}

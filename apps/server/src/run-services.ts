import { systemClock } from '@tidemark/clock/system-clock';
import type { Environment } from '@tidemark/config/load-config';
import type { ModuleHost } from '@tidemark/service/module-host';
import { loadModules } from './modules.ts';
import type { Front } from './open-door.ts';
import { topologyOf } from './runtime.ts';
import { readConfiguration } from './server-config.ts';
import { explainStartError } from './start-error.ts';
import { assemble, type System } from './system.ts';

const READY_WAIT_MS = 3_000;
const READY_POLL_MS = 20;

/**
 * Runs the services behind a door that is open.
 * @returns the exit code once they have ended
 * @throws what keeps the process from starting
 */
export async function runServices(
  targets: readonly string[],
  env: Environment,
  front: Front,
  stopped: Promise<'told'>,
): Promise<number> {
  const services = await loadModules(targets);
  const configuration = readConfiguration(services, env);
  for (const suspect of configuration.suspects) front.logger.warn(suspect);
  const topology = topologyOf(configuration.engines, configuration.server.DATA_DIR);
  return topology.alone(front.logger, async () =>
    serve(await assemble(services, configuration, topology, front), stopped),
  );
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

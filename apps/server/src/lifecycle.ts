import { ConfigError, type Environment } from '@tidemark/config/load-config';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { loadModules, processIdentity, servicesOf } from './modules.ts';
import { openDoor, type Front } from './open-door.ts';
import { readConfiguration, readServer, readTargets, type ServerConfig } from './server-config.ts';
import { explainStartError } from './start-error.ts';
import { untilTold } from './stop-signals.ts';

/**
 * Runs the process from its environment to its end.
 * @returns the exit code: 0 after a signal, 1 when it could not start or could not go on
 */
export async function run(env: Environment): Promise<number> {
  const stopped = untilTold();
  try {
    const targets = readTargets(env);
    const front = await openFront(targets, env);
    // Most of the code is behind this line: to load it takes seconds, in which the door is open.
    const { runServices } = await import('./run-services.ts');
    return await runServices(targets, env, front, stopped);
  } catch (error) {
    process.stderr.write(`${explainStartError(error)}\n`);
    return 1;
  }
}

async function openFront(targets: readonly string[], env: Environment): Promise<Front> {
  const server = await readServerFirst(targets, env);
  const front = {
    self: processIdentity(servicesOf(targets)),
    logger: createLogger({ level: server.LOG_LEVEL, pretty: process.stdout.isTTY }),
    metrics: createMetrics({ defaults: true }),
  };
  return { ...front, door: await openDoor(server, front) };
}

/** @throws ConfigError listing the faults of the services too */
async function readServerFirst(
  targets: readonly string[],
  env: Environment,
): Promise<ServerConfig> {
  try {
    return readServer(env);
  } catch (error) {
    if (error instanceof ConfigError) readConfiguration(await loadModules(targets), env);
    throw error;
  }
}

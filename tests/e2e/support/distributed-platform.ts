import { startDistributedSet } from '@tidemark/testkit/distributed/distributed-set';
import { givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines } from '@tidemark/testkit/distributed/own-engines';
import type { Platform } from './platform.ts';

/**
 * Starts the product as a distributed set, two processes for each service, on a database of its own.
 * @throws Error when the environment names no engines, or a process does not come up
 */
export async function startDistributedPlatform(): Promise<Platform> {
  const engines = givenEngines();
  if (!engines) throw new Error('No engines: run dev/with-infra.sh <command>.');
  const own = await ownEngines(engines);
  try {
    // Journeys have webhooks of their own.
    const env = { ALERT_PRIVATE_TARGETS: 'true' };
    const set = await startDistributedSet({ label: 'end-to-end', engines: own.urls, env });
    return {
      urls: set.gateways.map((gateway) => gateway.url),
      stop: () => set.stop().finally(own.remove),
    };
  } catch (error) {
    await own.remove();
    throw error;
  }
}

import { absentServices, knownServices } from '@tidemark/contracts/services';
import type { UpstreamConfig } from '../config.ts';

/**
 * What is wrong with the variables that tell where services are, for a process that runs `services`: one line a fault, in
 * the words of `ConfigError`; none when it fits. The schema alone cannot say so, since it does not know what else runs
 * here.
 */
export function upstreamFaults(
  config: UpstreamConfig & { IDENTITY_PUBLIC_KEYS?: readonly string[] | undefined },
  services: ReadonlySet<string>,
): string[] {
  const here = knownServices().filter(({ name }) => services.has(name));
  const asked = new Set(here.flatMap(({ asks }) => asks));
  const hasGateway = services.has('gateway');
  const absent = absentServices(services).filter(({ name }) => hasGateway || asked.has(name));
  const faults: string[] = [];
  if (!config.IDENTITY_KEY && absent.length > 0) {
    faults.push(
      `IDENTITY_KEY is not set: expected this service’s own key, since it asks ${absent.map(({ name }) => name).join(', ')} ` +
        `in another process (${TO_READ})`,
    );
  }
  if (!hasGateway && !trustsGateway(config.IDENTITY_PUBLIC_KEYS)) {
    faults.push(
      'IDENTITY_PUBLIC_KEYS has no key of the gateway: expected gateway:KEY, since it runs in another process ' +
        `(${TO_READ})`,
    );
  }
  for (const { name, variable } of absent) {
    if (config[variable]) continue;
    faults.push(
      `${variable} is not set: expected the origins of ${name}, such as http://${name}:8000, ` +
        `since ${name} does not run in this process`,
    );
  }
  for (const { name, variable } of here) {
    if (config[variable]) faults.push(`${variable} is set, but ${name} runs in this process`);
  }
  return faults;
}

/** They took the place of a secret that every process had. */
const TO_READ = 'GATEWAY_SECRET is not read any more: docs/configuration.md, Several processes';

function trustsGateway(keys: readonly string[] | undefined): boolean {
  return keys?.some((key) => key.startsWith('gateway:')) ?? false;
}

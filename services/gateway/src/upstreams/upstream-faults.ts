import type { UpstreamConfig } from '../config.ts';
import { absentServices, KNOWN_SERVICES } from './known-services.ts';

/**
 * What is wrong with the variables that tell where services are, for a process that runs `services`: one line a fault, in
 * the words of `ConfigError`; none when it fits. The schema alone cannot say so, since it does not know what else runs
 * here. `asked`: services that those of this process ask themselves; the gateway asks all of them.
 */
export function upstreamFaults(
  config: UpstreamConfig,
  services: ReadonlySet<string>,
  asked: ReadonlySet<string> = new Set(),
): string[] {
  const hasGateway = services.has('gateway');
  const absent = absentServices(services).filter(({ name }) => hasGateway || asked.has(name));
  const faults: string[] = [];
  if (!config.GATEWAY_SECRET && (!hasGateway || absent.length > 0)) {
    faults.push(
      'GATEWAY_SECRET is not set: expected the same text of at least 32 characters in every process, ' +
        'since the gateway and the services run apart',
    );
  }
  for (const { name, variable } of absent) {
    if (config[variable]) continue;
    faults.push(
      `${variable} is not set: expected the origins of ${name}, such as http://${name}:8000, ` +
        `since ${name} does not run in this process`,
    );
  }
  for (const { name, variable } of KNOWN_SERVICES) {
    if (!services.has(name) || !config[variable]) continue;
    faults.push(`${variable} is set, but ${name} runs in this process`);
  }
  return faults;
}

import { describe } from 'vitest';
import { describeCommits } from './contract/commits.contract.ts';
import { describeDelivery } from './contract/delivery.contract.ts';
import { describeGroups } from './contract/groups.contract.ts';
import { describeLimits } from './contract/limits.contract.ts';
import { useBus, type EventBusUnderTest } from './contract/bus-fixture.contract.ts';

/** What every event bus does. Each test has a topic of its own, on a broker that others may share. */
export function describeEventBus(name: string, create: () => Promise<EventBusUnderTest>): void {
  describe(name, () => {
    const bus = useBus(create);
    describeDelivery(bus);
    describeGroups(bus);
    describeCommits(bus);
    describeLimits(bus);
  });
}

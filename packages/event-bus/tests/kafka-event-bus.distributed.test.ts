import { setTimeout as wait } from 'node:timers/promises';
import { describe } from 'vitest';
import { describeEventBus } from '../src/event-bus.contract.ts';
import { kafkaBus, noBroker } from './kafka-under-test.ts';

describe.skipIf(noBroker)('on a broker', () => {
  describeEventBus('Kafka event bus', async () => ({
    bus: kafkaBus(),
    other: kafkaBus(),
    advance: (ms) => wait(ms),
    maxBuffered: undefined,
  }));
});

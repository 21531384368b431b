import { setTimeout as wait } from 'node:timers/promises';
import { describeEventBus } from '../src/event-bus.contract.ts';
import { kafkaBus } from './kafka-under-test.ts';

describeEventBus('Kafka event bus', async () => ({
  bus: kafkaBus(),
  other: kafkaBus(),
  advance: (ms) => wait(ms),
  maxBuffered: undefined,
}));

import { systemClock } from '@tidemark/clock/system-clock';
import type { BusLogger } from '../src/event-bus.ts';
import { KafkaEventBus, type KafkaEventBusOptions } from '../src/kafka-event-bus.ts';

/** dev/with-infra.sh starts one. */
export const noBroker = !process.env['KAFKA_BROKERS'];
export const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');

/** Names of one run stay apart from those of another. */
export const testPrefix = `t${process.pid}.`;

let buses = 0;

/** A client of the broker that dev/with-infra.sh started. */
export function kafkaBus(options: Partial<KafkaEventBusOptions> = {}): KafkaEventBus {
  return new KafkaEventBus({
    brokers,
    prefix: testPrefix,
    clientId: `test-${++buses}`,
    clock: systemClock,
    logger: loud,
    ...options,
  });
}

const loud: BusLogger = {
  warn: (fields, message) => say('warn', message, fields),
  error: (fields, message) => say('error', message, fields),
};

function say(level: string, message: string, fields: object): void {
  if (process.env['BUS_LOG'])
    process.stderr.write(`${Date.now()} ${level} ${message} ${JSON.stringify(fields)}\n`);
}

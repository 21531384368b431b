import { systemClock } from '@tidemark/clock/system-clock';
import { TRADES } from '@tidemark/contracts/topics';
import type { Trade } from '@tidemark/contracts/trade';
import { KafkaEventBus } from '../src/kafka-event-bus.ts';

/** Trades per second published and consumed through a real broker, in batches as market-data sends them. */
const TRADES_SENT = 200_000;
const BATCH = 200;
/** Publishes under way at a time: what several sockets give before the broker has answered the first. */
const UNDER_WAY = 8;
/** At this rate, half of what a machine may hold, the time from publishing to handling is measured. */
const PACED_BATCHES = 200;
const PACE_MS = 10;

const brokers = process.env['KAFKA_BROKERS']?.split(',');
if (!brokers) {
  process.stdout.write('skipped: KAFKA_BROKERS names no broker; dev/with-infra.sh starts one\n');
  process.exit(0);
}

function trade(id: number): Trade {
  return {
    exchange: 'binance',
    product: 'BTCUSDT',
    coin_id: `coin-${id % 30}`,
    trade_id: id,
    price: '58123.45000000',
    size: '0.00120000',
    time: 1_617_566_640_000 + id,
    side: 'buy',
    trades: 1,
  };
}

function batch(from: number, size: number) {
  return Array.from({ length: size }, (_, i) => {
    const value = trade(from + i);
    return { key: value.coin_id, value };
  });
}

const newBus = () => {
  const prefix = `bench-${process.pid}.`;
  return new KafkaEventBus({ brokers, prefix, clientId: 'bench', clock: systemClock });
};
const publisher = newBus();
const reader = newBus();
let received = 0;
let onReceived = (): void => {};
await reader.subscribe(TRADES, {
  group: 'bench',
  onBatch: (messages) => {
    received += messages.length;
    onReceived();
  },
});

async function receive(count: number): Promise<void> {
  const done = Promise.withResolvers<undefined>();
  onReceived = () => received >= count && done.resolve(undefined);
  onReceived();
  await done.promise;
}

async function sendAll(): Promise<void> {
  let next = 0;
  const send = async (): Promise<void> => {
    while (next < TRADES_SENT) {
      const from = next;
      next += BATCH;
      await publisher.publish(TRADES, batch(from, BATCH));
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, send));
}

async function paced(): Promise<number[]> {
  const latencies: number[] = [];
  for (let i = 0; i < PACED_BATCHES; i += 1) {
    const from = performance.now();
    const goal = received + 20;
    await publisher.publish(TRADES, batch(i * 20, 20));
    await receive(goal);
    latencies.push(performance.now() - from);
    await systemClock.sleep(PACE_MS);
  }
  return latencies.sort((a, b) => a - b);
}

const rate = (seconds: number): string => Math.round(TRADES_SENT / seconds).toLocaleString('en-US');
const from = performance.now();
const cpuFrom = process.cpuUsage();
await sendAll();
const published = (performance.now() - from) / 1_000;
await receive(TRADES_SENT);
const consumed = (performance.now() - from) / 1_000;
const cpu = process.cpuUsage(cpuFrom);
const perCpu = rate((cpu.user + cpu.system) / 1_000_000);
process.stdout.write(
  `Kafka event bus: ${rate(published)} trades/s published, ${rate(consumed)} consumed, ${perCpu} a second of CPU\n`,
);
const latencies = await paced();
const at = (share: number) => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1);
process.stdout.write(`published to handled: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);
await Promise.all([publisher.close(), reader.close()]);

import { systemClock } from '@tidemark/clock/system-clock';
import { TRADES } from '@tidemark/contracts/topics';
import type { Trade } from '@tidemark/contracts/trade';
import { MemoryEventBus } from '../src/memory-event-bus.ts';

/** Trades per second through publish, encode, decode, check and one group's onBatch, on one core. */
const TRADES_SENT = 500_000;
/** Frames that a socket gives in one turn of the event loop; each is a publish of one trade. */
const FRAMES_A_TURN = 50;

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

async function send(bus: MemoryEventBus): Promise<void> {
  for (let id = 0; id < TRADES_SENT; id += 1) {
    const value = trade(id);
    const published = bus.publish(TRADES, [{ key: value.coin_id, value }]);
    if (id % FRAMES_A_TURN !== FRAMES_A_TURN - 1) continue;
    await published;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const bus = new MemoryEventBus({ clock: systemClock });
let received = 0;
await bus.subscribe(TRADES, {
  group: 'bench',
  onBatch: (messages) => void (received += messages.length),
});
const from = performance.now();
const cpuFrom = process.cpuUsage();
await send(bus);
await bus.close();
const cpu = process.cpuUsage(cpuFrom);
const perSecond = (seconds: number): string =>
  Math.round(received / seconds).toLocaleString('en-US');
const elapsed = perSecond((performance.now() - from) / 1_000);
const ofCpu = perSecond((cpu.user + cpu.system) / 1_000_000);
const all = `${received} of ${TRADES_SENT} received`;
process.stdout.write(`event bus: ${elapsed} trades/s, ${ofCpu} a second of CPU (${all})\n`);

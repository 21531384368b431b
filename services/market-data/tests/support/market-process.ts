import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';

/** What the parent hands over, as JSON in the first argument. */
export interface MarketProcessOptions {
  urls: { binanceWs: string; binanceRest: string; coinbaseWs: string; coinbaseRest: string };
  dataDir: string;
  coins: string[];
  speed: number;
  anchor: number;
}

// market-data in a process of its own, to be killed. Prints `up` when it takes trades; runs until it is killed.
const options = JSON.parse(process.argv[2] ?? '{}') as MarketProcessOptions;
await startMarketRig({
  urls: options.urls,
  dataDir: options.dataDir,
  universe: universeOf(...options.coins),
  clock: scaledClock(options.speed, options.anchor),
});
process.stdout.write('up\n');

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { VenueUrls } from './venue-urls.ts';

/** The exchange simulator as a part of this process. */
export interface Simulator {
  module: HostedModule;
  /** Where its venues are; known once the module is created. */
  urls(): Partial<VenueUrls>;
}

/** The simulator needs about 50 MB; without a bound its heap would grow several times that between collections. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/**
 * Starts the simulator. A thread of its own keeps its work off the server's event loop, and ends with the process;
 * it comes up while the modules before it open.
 */
export function startSimulator(fail: (error: Error) => void): Simulator {
  const worker = new Worker(new URL('./simulator-worker.ts', import.meta.url), {
    resourceLimits: HEAP,
  });
  const listening = once(worker, 'message') as Promise<[VenueUrls]>;
  // Whoever creates the module hears of it; until then it is nobody's.
  listening.catch(() => undefined);
  let urls: Partial<VenueUrls> = {};
  return {
    urls: () => urls,
    module: {
      name: 'exchange-sim',
      needs: [],
      create: async () => {
        [urls] = await listening;
        worker.on('error', (cause) => {
          fail(new Error('the exchange simulator stopped', { cause }));
        });
      },
      close: async () => {
        await worker.terminate();
      },
    },
  };
}

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

/** A thread of its own keeps the simulator's work off the server's event loop, and ends with the process. */
export function simulatorModule(fail: (error: Error) => void): Simulator {
  let worker: Worker | undefined;
  let urls: Partial<VenueUrls> = {};
  return {
    urls: () => urls,
    module: {
      name: 'exchange-sim',
      needs: [],
      create: async () => {
        worker = new Worker(new URL('./simulator-worker.ts', import.meta.url), {
          resourceLimits: HEAP,
        });
        [urls] = (await once(worker, 'message')) as [VenueUrls];
        worker.on('error', (cause) => {
          fail(new Error('the exchange simulator stopped', { cause }));
        });
      },
      close: async () => {
        await worker?.terminate();
      },
    },
  };
}

import type { Clock } from '@tidemark/clock/clock';
import { SENTIMENT_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import { SENTIMENT, sentimentUpdate } from '@tidemark/live-stream/encoded';
import { LiveStream } from '@tidemark/live-stream/live-stream';
import type { Upgrade } from '@tidemark/live-stream/upgrade-router';
import type { Metrics } from '@tidemark/telemetry/metrics';

export interface SentimentStreamOptions {
  bus: EventBus;
  clock: Clock;
  metrics: Metrics;
  /** The coins there are; null: not known yet. */
  knownCoins: () => ReadonlySet<string> | null;
}

/** `WS /ws/sentiment`: what the news of coins sounds like, as it is published; the latest of each coin first. */
export class SentimentStream {
  readonly #bus: EventBus;
  readonly #stream: LiveStream;
  #subscription: Subscription | null = null;

  constructor({ bus, clock, metrics, knownCoins }: SentimentStreamOptions) {
    this.#bus = bus;
    this.#stream = new LiveStream({
      ...{ name: 'sentiment', clock, metrics, knownCoins },
      channel: SENTIMENT,
    });
  }

  accept(upgrade: Upgrade): void {
    this.#stream.accept(upgrade);
  }

  async start(): Promise<void> {
    this.#subscription = await this.#bus.subscribe(SENTIMENT_UPDATES, {
      onBatch: (messages) => {
        for (const { value } of messages) this.#stream.publish(sentimentUpdate(value));
      },
    });
  }

  /** Closes the connections there are, and refuses more. */
  disconnect(): Promise<void> {
    return this.#stream.close();
  }

  async stop(): Promise<void> {
    await this.#subscription?.close();
    await this.#stream.close();
  }
}

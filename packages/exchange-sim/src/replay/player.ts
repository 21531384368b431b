import type { Clock } from '@tidemark/clock/clock';
import { MINUTE_MS } from '../model/levels.ts';
import {
  type RecordedTrade,
  binanceCandle,
  binanceTrade,
  coinbaseTrade,
} from './recorded-trade.ts';
import type { ReadFrame, Recording } from './recording.ts';
import { idSpans } from './recorded-ids.ts';
import type { ReplayBook } from './replay-book.ts';
import { type IdShift, type Shift, shiftBinance, shiftCoinbase, wholeMinutes } from './shift.ts';
import { CHANNELS, streamOf } from './topics.ts';

/** Where the frames of a replay go. */
export interface ReplaySink {
  /** To those who listen to the stream or channel. */
  publish(topic: string, text: string): void;
  /** To everybody: a frame that cannot be read. */
  broadcast(text: string): void;
}

export interface PlayerOptions {
  clock: Clock;
  recording: Recording;
  book: ReplayBook;
  sink: ReplaySink;
  /** 1: as recorded. Infinity: all at once. */
  speed: number;
  loop: boolean;
}

const TICK_MS = 5;

type Json = Record<string, unknown>;

/** Sends a recording's frames at their pace, moved by whole minutes to about now. */
export class Player {
  readonly #options: PlayerOptions;
  readonly #spans: Map<string, IdShift>;
  readonly #done = Promise.withResolvers<undefined>();
  #cancel: (() => void) | undefined;
  #startedAt: number | undefined;
  #next = 0;
  #round = 0;
  #shiftMs = 0;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#spans = idSpans(options.recording);
  }

  get recording(): Recording {
    return this.#options.recording;
  }

  /** Resolves when the recording was sent once. */
  get done(): Promise<undefined> {
    return this.#done.promise;
  }

  /** Begins; a second call changes nothing. */
  start(): void {
    if (this.#startedAt !== undefined) return;
    this.#begin();
    this.#cancel = this.#options.clock.every(TICK_MS, () => this.#tick());
    this.#tick();
  }

  stop(): void {
    this.#cancel?.();
  }

  #begin(): void {
    const { clock, recording, speed } = this.#options;
    const first = recording.frames[0]?.at ?? 0;
    const recorded = (recording.frames.at(-1)?.at ?? first) - first;
    this.#startedAt = clock.now();
    const ahead = (recorded + MINUTE_MS / 2) * Math.max(0, 1 - 1 / speed);
    const shift = wholeMinutes(first + ahead, this.#startedAt);
    const roundMs = Math.ceil((recorded + 1) / MINUTE_MS) * MINUTE_MS;
    this.#shiftMs = this.#round === 0 ? shift : Math.max(shift, this.#shiftMs + roundMs);
  }

  #tick(): void {
    const { clock, recording, speed, loop } = this.#options;
    const { frames } = recording;
    const first = frames[0]?.at ?? 0;
    const reached = (clock.now() - (this.#startedAt as number)) * speed;
    const until = Number.isNaN(reached) ? Infinity : reached;
    while (this.#next < frames.length) {
      const frame = frames[this.#next] as ReadFrame;
      if (frame.at - first > until) return;
      this.#next += 1;
      this.#send(frame);
    }
    this.#done.resolve(undefined);
    if (!loop) {
      this.stop();
      return;
    }
    this.#round += 1;
    this.#next = 0;
    this.#begin();
  }

  #send(frame: ReadFrame): void {
    if (!frame.value) {
      this.#options.sink.broadcast(frame.raw);
      return;
    }
    if (this.#options.recording.venue === 'binance') this.#sendBinance(frame.value);
    else this.#sendCoinbase(frame.value);
  }

  #sendBinance(value: Json): void {
    const wrapped = value['data'];
    const data = (typeof wrapped === 'object' && wrapped !== null ? wrapped : value) as Json;
    if (!('e' in data) && !('u' in data)) return;
    const moved = shiftBinance(data, this.#shift());
    this.#remember(binanceTrade(moved));
    const candle = binanceCandle(moved);
    if (candle) this.#options.book.addCandle(candle);
    const stream = typeof value['stream'] === 'string' ? value['stream'] : streamOf(data);
    this.#options.sink.publish(stream, JSON.stringify(moved));
  }

  #sendCoinbase(value: Json): void {
    const channel = CHANNELS[String(value['type'])];
    const product = value['product_id'];
    if (value['type'] === 'subscriptions') return;
    const moved = shiftCoinbase(value, this.#shift());
    this.#remember(coinbaseTrade(moved));
    const text = JSON.stringify(moved);
    if (!channel || typeof product !== 'string') this.#options.sink.broadcast(text);
    else this.#options.sink.publish(`${channel}:${product}`, text);
  }

  #remember(recorded: RecordedTrade | undefined): void {
    if (recorded) this.#options.book.addTrade(recorded.product, recorded.trade);
  }

  #shift(): Shift {
    const round = this.#round;
    return {
      ms: this.#shiftMs,
      ids: (product) => {
        const span = this.#spans.get(product);
        return { trade: round * (span?.trade ?? 0), raw: round * (span?.raw ?? 0) };
      },
    };
  }
}

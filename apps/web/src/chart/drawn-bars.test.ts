import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BarSeries, type Answer } from './bar-series.ts';
import type { Bar } from './bars.ts';
import { changedBars } from './changed-bars.ts';

const TAIL = 3;
const HISTORY = 6;

/** The server's bars by time, one a time unit; those without a trade do not exist. */
class Server {
  readonly #bars = new Map<number, Bar>();
  now = 20;

  constructor() {
    for (let time = 0; time <= this.now; time += 1) this.write(time, 1);
  }

  write(time: number, close: number): void {
    this.#bars.set(time, { time, open: 1, high: 9, low: 0, close, volume: 1 });
  }

  all(): Bar[] {
    return [...this.#bars.values()].sort((a, b) => a.time - b.time);
  }

  answer(limit: number, before = Infinity): Answer {
    const bars = this.all().filter(({ time }) => time < before);
    return { bars: bars.slice(-limit), limit, before };
  }
}

/** Refuses what the drawing library refuses. */
class Drawing {
  readonly #points = new Map<number, Bar>();
  #drawn: readonly Bar[] = [];

  draw(bars: readonly Bar[]): void {
    const changed = changedBars(this.#drawn, bars);
    const lastTime = this.#drawn.at(-1)?.time ?? -1;
    this.#drawn = bars;
    if (changed === null) this.#setData(bars);
    else for (const bar of changed) this.#update(bar, bar.time < lastTime);
  }

  points(): Bar[] {
    return [...this.#points.values()].sort((a, b) => a.time - b.time);
  }

  #setData(bars: readonly Bar[]): void {
    bars.forEach(({ time }, i) => expect(time).toBeGreaterThan(bars[i - 1]?.time ?? -1));
    this.#points.clear();
    for (const bar of bars) this.#points.set(bar.time, bar);
  }

  #update(bar: Bar, isHistorical: boolean): void {
    if (isHistorical && !this.#points.has(bar.time)) throw new Error('non-existing data point');
    const last = Math.max(-1, ...this.#points.keys());
    if (!isHistorical && bar.time < last) throw new Error('oldest data');
    this.#points.set(bar.time, bar);
  }
}

/** A chart as `BarFollower` fills it. */
class Chart {
  readonly series = new BarSeries(1);
  readonly drawing = new Drawing();

  history(server: Server): void {
    const answer = server.answer(HISTORY);
    if (!this.series.take(answer)) this.series.restart(answer);
    let before = answer.bars[0]?.time ?? 0;
    while ((this.series.bars[0]?.time ?? Infinity) < before) before = this.older(server, before);
    this.drawing.draw(this.series.bars);
  }

  older(server: Server, before = this.series.bars[0]?.time ?? 0): number {
    const answer = server.answer(4, before);
    this.series.take(answer);
    this.drawing.draw(this.series.bars);
    return answer.bars.length < 4 ? -Infinity : (answer.bars[0]?.time ?? 0);
  }

  tail(server: Server, answer: Answer): void {
    if (!this.series.take(answer)) this.history(server);
    this.drawing.draw(this.series.bars);
  }

  tick(price: number, at: number): void {
    this.series.tick(price, at);
    this.drawing.draw(this.series.bars);
  }
}

interface World {
  server: Server;
  chart: Chart;
  /** An answer that is under way. */
  slow: Answer | null;
}

/** Minutes go by, each with a trade or without one. */
const minutesPass = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 9 })
  .map((traded) => ({ server }: World) => {
    for (const isTraded of traded) {
      server.now += 1;
      if (isTraded) server.write(server.now, 3);
    }
  });
const tail = ({ server, chart }: World) => chart.tail(server, server.answer(TAIL));
const history = ({ server, chart }: World) => chart.history(server);
const older = ({ server, chart }: World) => void chart.older(server);

const close = fc.integer({ min: 1, max: 4 });
const ago = fc.integer({ min: 0, max: 5 });
const step: fc.Arbitrary<(world: World) => void> = fc.oneof(
  minutesPass,
  fc.tuple(ago, close).map(([back, price]) => ({ server }: World) => {
    server.write(Math.max(0, server.now - back), price);
  }),
  fc.tuple(ago, close).map(([back, price]) => ({ server, chart }: World) => {
    chart.tick(price, server.now - back + 0.5);
  }),
  fc.constantFrom(tail, history, older),
  fc.constant((world: World) => {
    world.slow = world.server.answer(TAIL);
  }),
  fc.constant(({ server, chart, slow }: World) => {
    if (slow) chart.tail(server, slow);
  }),
);

test('however long nothing was asked, no answer leaves a hole', () => {
  const steps = fc.array(fc.oneof(minutesPass, fc.constantFrom(tail, history, older)), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (taken) => {
      const world: World = { server: new Server(), chart: new Chart(), slow: null };
      history(world);
      for (const take of taken) {
        take(world);
        const bars = world.chart.drawing.points();
        const [first, last] = [bars[0]?.time ?? 0, bars.at(-1)?.time ?? 0];
        const times = world.server.all().map(({ time }) => time);
        expect(bars.map(({ time }) => time)).toEqual(
          times.filter((time) => time >= first && time <= last),
        );
      }
    }),
  );
});

test('whatever comes in whatever order, the drawing takes it, and ends as the server’s bars', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world: World = { server: new Server(), chart: new Chart(), slow: null };
      const { server, chart } = world;
      chart.history(server);
      for (const take of steps) {
        take(world);
        expect(chart.drawing.points()).toEqual(chart.series.bars);
      }
      server.write(server.now, 2);
      chart.history(server);
      const first = chart.series.bars[0]?.time ?? 0;
      const truth = server.all().filter(({ time }) => time >= first);
      expect(chart.drawing.points().filter(({ time }) => time <= server.now)).toEqual(truth);
    }),
    { numRuns: 500 },
  );
});

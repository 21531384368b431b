import {
  customSeriesDefaultOptions,
  type CustomData,
  type CustomSeriesOptions,
  type CustomSeriesPricePlotValues,
  type ICustomSeriesPaneRenderer,
  type ICustomSeriesPaneView,
  type PaneRendererCustomData,
  type Time,
  type WhitespaceData,
} from 'lightweight-charts';

export interface BandPoint extends CustomData {
  upper: number;
  lower: number;
}

export interface BandOptions extends CustomSeriesOptions {
  lineColor: string;
  fillColor: string;
}

interface Corner {
  x: number;
  upper: number;
  lower: number;
}

type DrawArguments = Parameters<ICustomSeriesPaneRenderer['draw']>;

/** Two thin lines and a veil between them. */
export class BandSeries implements ICustomSeriesPaneView<Time, BandPoint, BandOptions> {
  #data: PaneRendererCustomData<Time, BandPoint> | null = null;
  #options: BandOptions | null = null;

  renderer(): ICustomSeriesPaneRenderer {
    return { draw: (target, toY) => this.#draw(target, toY) };
  }

  update(data: PaneRendererCustomData<Time, BandPoint>, options: BandOptions): void {
    this.#data = data;
    this.#options = options;
  }

  priceValueBuilder({ upper, lower }: BandPoint): CustomSeriesPricePlotValues {
    return [upper, lower, (upper + lower) / 2];
  }

  isWhitespace(data: BandPoint | WhitespaceData): data is WhitespaceData {
    return !('upper' in data);
  }

  defaultOptions(): BandOptions {
    return { ...customSeriesDefaultOptions, lineColor: '', fillColor: '' };
  }

  #draw(target: DrawArguments[0], toY: DrawArguments[1]): void {
    const options = this.#options;
    if (options === null) return;
    const runs = this.#runs(toY);
    target.useMediaCoordinateSpace(({ context }) => {
      context.lineJoin = 'round';
      context.lineWidth = 1;
      context.strokeStyle = options.lineColor;
      context.fillStyle = options.fillColor;
      for (const run of runs) {
        context.fill(outline(run));
        context.stroke(line(run.map(({ x, upper }) => [x, upper])));
        context.stroke(line(run.map(({ x, lower }) => [x, lower])));
      }
    });
  }

  /** What is in view, in pixels; a bar without a value ends a run. */
  #runs(toY: DrawArguments[1]): Corner[][] {
    const runs: Corner[][] = [];
    let before = NaN;
    for (const { x, time, originalData } of barsInView(this.#data)) {
      const upper = toY(originalData.upper);
      const lower = toY(originalData.lower);
      if (upper === null || lower === null) continue;
      if (time !== before + 1) runs.push([]);
      runs.at(-1)?.push({ x, upper, lower });
      before = time;
    }
    return runs;
  }
}

/** The bars in view and one more on each side, so that the bands reach the edge; the library places the former alone. */
function barsInView(data: PaneRendererCustomData<Time, BandPoint> | null) {
  const range = data?.visibleRange;
  const anchor = range && data.bars[range.from];
  if (!anchor) return [];
  return data.bars
    .slice(Math.max(0, range.from - 1), range.to + 1)
    .map((bar) => ({ ...bar, x: anchor.x + (bar.time - anchor.time) * data.barSpacing }));
}

function line(points: readonly (readonly [number, number])[]): Path2D {
  const path = new Path2D();
  for (const [x, y] of points) path.lineTo(x, y);
  return path;
}

function outline(run: readonly Corner[]): Path2D {
  const there = run.map(({ x, upper }) => [x, upper] as const);
  const back = run.map(({ x, lower }) => [x, lower] as const).reverse();
  return line([...there, ...back]);
}

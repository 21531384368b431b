'use client';

import { cn } from '../../components/ui/class-names.ts';
import { BENCHMARKS, SERIES, type Benchmark, type SeriesId } from './series.ts';

/** A line as it is drawn. */
function Sample({ id }: { id: SeriesId }) {
  const { color, dashes } = SERIES[id];
  return (
    <svg aria-hidden viewBox="0 0 20 6" className="h-1.5 w-5 shrink-0">
      <line x1="0" y1="3" x2="20" y2="3" stroke={color} strokeWidth="2" strokeDasharray={dashes} />
    </svg>
  );
}

interface BenchmarkTogglesProps {
  chosen: readonly Benchmark[];
  onChange: (chosen: Benchmark[]) => void;
}

/** Which lines are drawn beside the value; also what the lines mean. */
export function BenchmarkToggles({ chosen, onChange }: BenchmarkTogglesProps) {
  return (
    <div
      role="group"
      aria-label="Compared with"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 text-xs"
    >
      <span className="flex items-center gap-1.5 font-medium">
        <Sample id="value" />
        {SERIES.value.name}
      </span>
      {BENCHMARKS.map((id) => {
        const isOn = chosen.includes(id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isOn}
            title={SERIES[id].says}
            onClick={() =>
              onChange(BENCHMARKS.filter((each) => (each === id ? !isOn : chosen.includes(each))))
            }
            className={cn(
              'flex h-7 items-center gap-1.5 rounded-full border px-2.5 font-medium transition-colors hover:bg-raised',
              isOn ? 'border-line-strong' : 'border-line text-muted',
            )}
          >
            <Sample id={id} />
            {SERIES[id].name}
          </button>
        );
      })}
    </div>
  );
}

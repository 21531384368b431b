'use client';

import { Pie, PieChart, ResponsiveContainer } from 'recharts';
import type { Slice } from './allocation.ts';

/** The parts as a ring; what they are is in the table beside it. */
export function AllocationPie({ slices }: { slices: readonly Slice[] }) {
  return (
    <div aria-hidden className="size-full">
      <ResponsiveContainer>
        <PieChart accessibilityLayer={false}>
          <Pie
            data={slices.map(({ percent, color }) => ({ percent, fill: color }))}
            dataKey="percent"
            innerRadius="62%"
            outerRadius="100%"
            startAngle={90}
            endAngle={-270}
            stroke="var(--surface)"
            strokeWidth={slices.length > 1 ? 2 : 0}
            isAnimationActive={false}
            rootTabIndex={-1}
          />
        </PieChart>
      </ResponsiveContainer>
    </div>
  );
}

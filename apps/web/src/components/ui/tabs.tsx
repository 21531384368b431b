'use client';

import * as Primitive from 'radix-ui/tabs';
import type { ReactNode } from 'react';
import type { Option } from './choice.tsx';

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
  /** What the chosen tab shows. */
  children: ReactNode;
}

/** Several views of one thing, one at a time; the arrow keys go from one to the next. */
export function Tabs<T extends string>({ label, tabs, value, onChange, children }: TabsProps<T>) {
  return (
    <Primitive.Root
      value={value}
      onValueChange={(next: string) => {
        const tab = tabs.find((candidate) => candidate.value === next);
        if (tab !== undefined) onChange(tab.value);
      }}
      className="flex min-w-0 flex-col gap-3 md:gap-4"
    >
      <Primitive.List
        aria-label={label}
        className="flex gap-3.5 overflow-x-auto border-b border-line [scrollbar-width:none] sm:gap-6"
      >
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px h-10 max-w-56 shrink-0 truncate border-b-2 px-1 border-transparent text-[0.8125rem] font-medium text-muted transition-colors hover:text-foreground focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-foreground"
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      <Primitive.Content value={value} tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </Primitive.Content>
    </Primitive.Root>
  );
}

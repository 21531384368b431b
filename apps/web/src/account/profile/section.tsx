import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel.tsx';
import { cn } from '../../components/ui/class-names.ts';

interface SectionProps {
  /** Also its place in the address: `/profile/#sessions`. */
  id: string;
  title: string;
  lead?: ReactNode;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** One thing that a person can see to on their profile. */
export function Section({ id, title, lead, aside, children, className }: SectionProps) {
  return (
    <Panel
      id={id}
      aria-labelledby={`${id}-title`}
      className={cn('scroll-mt-18 gap-4 p-4 sm:p-5', className)}
    >
      <header className="flex flex-col gap-1">
        <div className="flex min-h-6 items-center justify-between gap-4">
          <h2 id={`${id}-title`} className="text-[0.9375rem] font-semibold tracking-tight">
            {title}
          </h2>
          {aside}
        </div>
        {lead !== undefined && <p className="max-w-prose text-[0.8125rem] text-muted">{lead}</p>}
      </header>
      {children}
    </Panel>
  );
}

/** A second matter within a section. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <h3 className="text-[0.8125rem] font-semibold">{title}</h3>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { cn } from '../../components/ui/class-names.ts';
import { HowButton } from '../how/how-button.tsx';
import type { HowQuestion } from '../how/how-dialogs.tsx';

interface FigureBoxProps {
  name: string;
  note?: ReactNode;
  how?: HowQuestion;
  className?: string;
  children: ReactNode;
}

/** One figure of several in a list of them, with what it is, and how it was computed. */
export function FigureBox({ name, note, how, className, children }: FigureBoxProps) {
  return (
    <div
      className={cn(
        'flex min-w-0 flex-col gap-0.5 bg-surface px-3 py-2.5 sm:px-4 sm:py-3',
        className,
      )}
    >
      <dt className="flex min-h-6 items-center justify-between gap-1 text-xs leading-4 text-muted">
        {name}
        {how && <HowButton question={how} className="-mr-2" />}
      </dt>
      <dd className="text-base leading-7 font-semibold sm:text-lg tracking-[-0.015em]">
        {children}
      </dd>
      {note !== undefined && <dd className="min-h-4 text-2xs text-muted">{note}</dd>}
    </div>
  );
}

'use client';

import { CircleHelp } from 'lucide-react';
import { cn } from '../../components/ui/class-names.ts';
import { useOpenHow, type HowQuestion } from './how-dialogs.tsx';

/** Beside a figure: opens how it was computed. */
export function HowButton({ question, className }: { question: HowQuestion; className?: string }) {
  const open = useOpenHow();
  return (
    <button
      type="button"
      aria-label={`How was this computed: ${question.title}`}
      title="How was this computed?"
      aria-haspopup="dialog"
      onClick={() => open(question)}
      className={cn(
        'inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:bg-raised hover:text-accent',
        className,
      )}
    >
      <CircleHelp aria-hidden className="size-3.5" />
    </button>
  );
}

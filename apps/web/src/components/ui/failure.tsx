import { RotateCw } from 'lucide-react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';

interface FailureProps {
  /** What could not be shown, such as `The chart could not be loaded.` */
  title: string;
  reason: string;
  onRetry: () => void;
  retrying?: boolean;
  className?: string;
}

/** Says what went wrong in a panel and offers to try again. */
export function Failure({ title, reason, onRetry, retrying = false, className }: FailureProps) {
  return (
    <div
      role="alert"
      className={cn(
        'flex flex-col items-center justify-center gap-3 px-6 py-8 text-center',
        className,
      )}
    >
      <p className="font-medium">{title}</p>
      <p className="max-w-sm text-muted">{reason}</p>
      <Button onClick={onRetry} disabled={retrying}>
        <RotateCw aria-hidden className="size-3.5" />
        {retrying ? 'Trying…' : 'Try again'}
      </Button>
    </div>
  );
}

import { RotateCw } from 'lucide-react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';
import type { ComponentProps, ReactNode } from 'react';

interface FailureProps {
  /** What could not be shown, such as `The chart could not be loaded.` */
  title: string;
  reason: string;
  onRetry: () => void;
  retrying?: boolean;
  className?: string | undefined;
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

/** Holds the place of what is still loading. Give it the final size. */
export function Skeleton({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span
      aria-hidden
      className={cn('block animate-pulse rounded bg-raised/80', className)}
      {...props}
    />
  );
}

interface Query {
  error?: unknown;
  isFetching: boolean;
  refetch: () => unknown;
}

interface QueryFailureProps extends Pick<FailureProps, 'title' | 'className'> {
  query: Query;
}

/** Why what was asked for does not come. */
export function QueryFailure({ query, ...props }: QueryFailureProps) {
  const { error, isFetching, refetch } = query;
  const reason =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  return (
    <Failure reason={reason} onRetry={() => void refetch()} retrying={isFetching} {...props} />
  );
}

interface LoadedProps<T> {
  query: Query & { data?: T | undefined };
  /** What it is, such as `Your sessions`. */
  what: string;
  /** Height of its place until it is there. */
  height: string;
  children: (data: Exclude<T, undefined>) => ReactNode;
}

/** What was asked for; its place before, and the reason where it does not come. */
export function Loaded<T>({ query, what, height, children }: LoadedProps<T>) {
  const { data, error } = query;
  if (data !== undefined) return children(data as Exclude<T, undefined>);
  if (error === undefined) return <Skeleton className={cn('w-full', height)} />;
  return <QueryFailure title={`${what} could not be loaded.`} query={query} />;
}

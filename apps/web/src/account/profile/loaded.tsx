import type { ReactNode } from 'react';
import { Failure } from '../../components/ui/failure.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { cn } from '../../components/ui/class-names.ts';

interface LoadedProps<T> {
  query: { data?: T | undefined; error?: unknown; isFetching: boolean; refetch: () => unknown };
  /** What it is, such as `Your sessions`. */
  what: string;
  /** Height of its place until it is there. */
  height: string;
  children: (data: Exclude<T, undefined>) => ReactNode;
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : '';
}

/** What was asked for; its place before, and the reason where it does not come. */
export function Loaded<T>({ query, what, height, children }: LoadedProps<T>) {
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined) return children(data as Exclude<T, undefined>);
  if (error === undefined) return <Skeleton className={cn('w-full', height)} />;
  return (
    <Failure
      title={`${what} could not be loaded.`}
      reason={reasonOf(error)}
      onRetry={() => void refetch()}
      retrying={isFetching}
    />
  );
}

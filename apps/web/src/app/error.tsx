'use client';

import { Failure } from '../components/ui/loaded.tsx';

/** What stands in for a page that failed to draw. */
export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <Failure
      title="This page failed to draw."
      reason={error.message}
      onRetry={reset}
      className="py-24"
    />
  );
}

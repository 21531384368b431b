'use client';

import type { ReactNode } from 'react';
import { Mark, Wordmark } from '../frame/wordmark.tsx';
import { useStarting } from './use-starting.ts';

/** The pages once the server has started; until then, what it waits for. */
export function Started({ children }: { children: ReactNode }) {
  const waiting = useStarting();
  return waiting === null ? children : <Starting waiting={waiting} />;
}

function Starting({ waiting }: { waiting: string }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 shrink-0 items-center border-b border-line px-3 md:px-5">
        <Wordmark />
      </header>
      <main className="flex flex-1 flex-col items-center justify-center gap-3 px-4 pb-24 text-center">
        <Mark className="size-14 motion-safe:animate-pulse" />
        <h1 className="text-xl font-semibold tracking-tight">Just a moment</h1>
        <p
          role="status"
          data-testid="starting"
          className="max-w-md leading-6 wrap-anywhere text-balance"
        >
          Starting: waiting for {waiting}
        </p>
        <p className="text-muted">This page goes on by itself.</p>
      </main>
    </div>
  );
}

'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cn } from './class-names.ts';
import { putAway, useToasts, type Toast } from './toasts.ts';

const SHOWN_MS = 8_000;

/** Goes by itself, but not while somebody points at it or has the focus in it. */
function Said({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const { id, tone, text, action } = toast;
  useEffect(() => {
    if (held || tone === 'fault') return;
    const timer = setTimeout(() => putAway(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, tone, id]);
  return (
    <div
      role={tone === 'fault' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cn(
        'pointer-events-auto flex min-h-11 w-full items-center gap-1 rounded-xl border bg-surface py-1 pr-1 pl-4 text-[0.8125rem] shadow-(--shadow)',
        tone === 'fault' ? 'border-down/60' : 'border-line-strong',
      )}
    >
      <p className="min-w-0 flex-1 py-1.5 break-words">{text}</p>
      {action !== undefined && (
        <button
          type="button"
          onClick={() => {
            putAway(id);
            action.run();
          }}
          className="h-9 shrink-0 rounded-md px-2.5 font-medium text-accent hover:bg-raised"
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Put away"
        onClick={() => putAway(id)}
        className="flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-foreground"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}

/** Where pages say what they have to say in passing. For the frame, once. */
export function Toaster() {
  const toasts = useToasts();
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-60 flex flex-col items-center gap-2 md:right-5 md:bottom-5 md:left-auto md:w-96"
    >
      {toasts.map((toast) => (
        <Said key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

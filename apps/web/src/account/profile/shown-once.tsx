'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { CopyButton } from '../../components/ui/copy-button.tsx';

interface ShownOnceProps {
  title: string;
  /** What is copied, for whoever does not see it. */
  what: string;
  /** The secret, as it is copied. */
  text: string;
  /** How the secret is drawn, where it is not one line. */
  drawn?: ReactNode;
  /** More that can be done with it. */
  actions?: ReactNode;
  onDone: () => void;
  /** What to do with it. */
  children: ReactNode;
}

/** A secret that the server tells once. It stays until the person says that they have it. */
export function ShownOnce(props: ShownOnceProps) {
  const { title, what, text, drawn, actions, onDone, children } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      role="group"
      aria-label={title}
      tabIndex={-1}
      className="flex flex-col gap-3 rounded-lg border border-accent/50 bg-accent-soft p-4 outline-none"
    >
      <p className="font-medium break-words">{title}</p>
      <p className="text-[0.8125rem]">{children}</p>
      {drawn ?? (
        <code
          data-testid="secret"
          className="rounded-md border border-line bg-surface px-3 py-2 font-mono text-[0.8125rem] break-all select-all"
        >
          {text}
        </code>
      )}
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} what={what} />
        {actions}
        <Button variant="accent" onClick={onDone} className="ml-auto">
          I have it
        </Button>
      </div>
    </div>
  );
}

'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

const SHOWN_MS = 2_500;
const WORDS = { ready: 'Copy', copied: 'Copied', failed: 'Copy by hand' } as const;

/** Pages that came over plain http from another host may not write to the clipboard. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies a text; `what` names it for whoever does not see where the button stands. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<keyof typeof WORDS>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <Button onClick={() => void copy(text).then((done) => setState(done ? 'copied' : 'failed'))}>
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite">{WORDS[state]}</span>
      <span className="sr-only"> {what}</span>
    </Button>
  );
}

'use client';

import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { download } from './download.ts';

interface DownloadButtonProps {
  /** Below `/api/`. */
  path: string;
  /** Of the file. */
  name: string;
  /** What is in it, for whoever does not see where the button stands: `positions`. */
  what: string;
  children: ReactNode;
}

/** Saves a file, or says why not. */
export function DownloadButton({ path, name, what, children }: DownloadButtonProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function run() {
    setBusy(true);
    const error = await download(path, name);
    setBusy(false);
    setFailure(error?.message ?? null);
  }
  return (
    <span className="flex min-w-0 flex-wrap items-center justify-end gap-2">
      {failure !== null && (
        <span role="alert" className="text-xs text-down">
          Not saved. {failure}
        </span>
      )}
      <Button disabled={busy} onClick={() => void run()}>
        <Download aria-hidden className="size-3.5" />
        {children}
        <span className="sr-only"> of {what}, download</span>
      </Button>
    </span>
  );
}

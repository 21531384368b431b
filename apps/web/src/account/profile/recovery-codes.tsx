'use client';

import { Download } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { ShownOnce } from './shown-once.tsx';

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'tidemark-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(address);
}

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Codes that sign in when the authenticator is lost. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const text = codes.join('\n');
  return (
    <ShownOnce
      title="Your recovery codes"
      what="recovery codes"
      text={text}
      onDone={onDone}
      drawn={
        <ol
          data-testid="recovery-codes"
          className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-surface px-3 py-2 font-mono text-2xs sm:grid-cols-2 sm:text-[0.8125rem]"
        >
          {codes.map((code) => (
            <li key={code} className="break-all select-all">
              {code}
            </li>
          ))}
        </ol>
      }
      actions={
        <Button onClick={() => download(`Tidemark recovery codes\n\n${text}\n`)}>
          <Download aria-hidden className="size-3.5" />
          Download
        </Button>
      }
    >
      Each signs you in once in place of a code, should you lose your authenticator. Keep them where
      you keep passwords: they are not shown again.
    </ShownOnce>
  );
}

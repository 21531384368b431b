'use client';

import type { ReactNode } from 'react';
import { cn } from '../components/ui/class-names.ts';
import { changeAddress } from './address.ts';

interface CoinLinkProps {
  coin: string;
  className?: string;
  children: ReactNode;
}

/** Makes the page one about a coin. A link, so that it can be opened elsewhere too. */
export function CoinLink({ coin, className, children }: CoinLinkProps) {
  return (
    <a
      href={`?coin=${coin}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        changeAddress({ coin, about: null });
      }}
      className={cn('rounded hover:text-accent hover:underline', className)}
    >
      {children}
    </a>
  );
}

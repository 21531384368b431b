'use client';

import type { MouseEvent, ReactNode } from 'react';
import { addressWith, changeAddress, type AddressChange } from './address.ts';

interface AddressLinkProps {
  to: AddressChange;
  /** After it was followed within the page. */
  onFollow?: () => void;
  className?: string;
  children: ReactNode;
}

/** A link to another view of the portfolio: to be opened apart, copied or sent, as any. */
export function AddressLink({ to, onFollow, className, children }: AddressLinkProps) {
  const href = addressWith(new URL(window.location.href), to).href;
  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    changeAddress(to);
    onFollow?.();
  }
  return (
    <a
      href={href}
      onClick={onClick}
      className={className ?? 'text-accent underline underline-offset-2 hover:text-foreground'}
    >
      {children}
    </a>
  );
}

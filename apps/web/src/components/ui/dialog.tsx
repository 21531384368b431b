'use client';

import { X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import { useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What it is about, in a sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A window over the page, for one matter; as wide and high as a phone has it. Closed, it gives the focus back. */
export function Dialog({ open, onClose, title, lead, children, className }: DialogProps) {
  const opener = useRef<Element | null>(null);
  function giveFocusBack(event: Event) {
    if (!(opener.current instanceof HTMLElement)) return;
    event.preventDefault();
    opener.current.focus();
  }
  return (
    <Primitive.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/55" />
        <Primitive.Content
          {...(lead === undefined && { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => (opener.current = document.activeElement)}
          onCloseAutoFocus={giveFocusBack}
          className={cn(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-1.5rem)] w-[34rem] max-w-[calc(100vw-1.5rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-xl border border-line-strong bg-surface shadow-(--shadow) outline-none',
            className,
          )}
        >
          <div className="flex items-start justify-between gap-3 border-b border-line py-3 pr-2 pl-4 sm:pl-5">
            <div className="flex min-w-0 flex-col gap-0.5 pt-1">
              <Primitive.Title className="text-base font-semibold tracking-tight break-words">
                {title}
              </Primitive.Title>
              {lead !== undefined && (
                <Primitive.Description className="text-[0.8125rem] text-muted">
                  {lead}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <Button variant="ghost" size="icon" aria-label="Close">
                <X aria-hidden className="size-4" />
              </Button>
            </Primitive.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-4 py-4 sm:px-5">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

'use client';

import * as Primitive from 'radix-ui/alert-dialog';
import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';

interface ConfirmProps {
  /** The button that asks; without one the caller says when it is open. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  children: ReactNode;
  /** What is done, such as `Revoke`. */
  action: string;
  acting: string;
  /** Does it. Null once it is done; otherwise why it is not. */
  onConfirm: () => Promise<string | null>;
}

/** Asks before something is done that cannot be undone. */
export function Confirm(props: ConfirmProps) {
  const { trigger, title, children, action, acting, onConfirm } = props;
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function confirm() {
    setBusy(true);
    const why = await onConfirm();
    setBusy(false);
    if (why === null) onOpenChange(false);
    else setFailure(why);
  }
  function onOpenChange(next: boolean) {
    setFailure(null);
    setOpen(next);
    props.onOpenChange?.(next);
  }
  return (
    <Primitive.Root open={props.open ?? isOpen} onOpenChange={onOpenChange}>
      {trigger !== undefined && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/55" />
        <Primitive.Content className="fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[26rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-xl border border-line-strong bg-surface p-5 shadow-(--shadow)">
          <Primitive.Title className="text-base font-semibold tracking-tight">
            {title}
          </Primitive.Title>
          <Primitive.Description className="text-[0.8125rem] text-muted">
            {children}
          </Primitive.Description>
          {failure !== null && (
            <p role="alert" className="text-[0.8125rem] text-down">
              {failure}
            </p>
          )}
          <div className="mt-2 flex flex-wrap justify-end gap-2">
            <Primitive.Cancel asChild>
              <Button size="medium">Cancel</Button>
            </Primitive.Cancel>
            <Button variant="destroy" size="medium" disabled={busy} onClick={() => void confirm()}>
              {busy ? acting : action}
            </Button>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

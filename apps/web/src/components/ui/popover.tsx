'use client';

import * as Primitive from 'radix-ui/popover';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;

export function PopoverContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align="end"
        sideOffset={8}
        collisionPadding={12}
        className={cn(
          'z-50 w-80 max-w-[calc(100vw-1.5rem)] rounded-xl border border-line-strong bg-surface p-4 shadow-(--shadow)',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}

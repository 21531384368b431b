import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** A link in a sentence. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      className={cn('font-medium text-accent underline-offset-4 hover:underline', className)}
      {...props}
    />
  );
}

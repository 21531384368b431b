import type { ReactNode, ComponentProps } from 'react';
import Link from 'next/link';
import { cn } from '../../components/ui/class-names.ts';

interface SignInCardProps {
  title: string;
  /** A sentence below the title. */
  lead?: ReactNode;
  children: ReactNode;
  /** Where else one may want to go. */
  footer?: ReactNode;
}

/** What the pages for signing in have in common: one narrow panel in the middle. */
export function SignInCard({ title, lead, children, footer }: SignInCardProps) {
  return (
    <div className="mx-auto flex w-full max-w-[25rem] flex-col gap-4 py-2 sm:py-10">
      <section
        aria-labelledby="sign-in-title"
        className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5 sm:p-7"
      >
        <header className="flex flex-col gap-1.5">
          <h1 id="sign-in-title" className="text-xl font-semibold tracking-[-0.02em]">
            {title}
          </h1>
          {lead !== undefined && <p className="text-[0.8125rem] text-muted">{lead}</p>}
        </header>
        {children}
      </section>
      {footer !== undefined && <p className="text-center text-[0.8125rem] text-muted">{footer}</p>}
    </div>
  );
}

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

'use client';

import { LogIn } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import type { MouseEvent } from 'react';
import { pathHere } from '../account/path-here.ts';
import { withReturn } from '../account/return-path.ts';
import { useSession } from '../account/session/use-session.ts';
import { button } from '../components/ui/button.tsx';
import { cn } from '../components/ui/class-names.ts';
import { Skeleton } from '../components/ui/loaded.tsx';
import { AccountMenu } from './account-menu.tsx';

const LOGIN = '/login/';

function SignInLink() {
  const router = useRouter();
  const path = usePathname();
  /** What the page has put into the address by itself is known at the click alone. */
  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(withReturn(LOGIN, pathHere()));
  }
  return (
    <a
      href={withReturn(LOGIN, path)}
      onClick={onClick}
      aria-label="Sign in"
      className={cn(button({ variant: 'outline', size: 'small' }), 'size-9 px-0 md:h-8 md:w-full')}
    >
      <LogIn aria-hidden className="size-4 md:hidden" />
      <span className="hidden md:inline">Sign in</span>
    </a>
  );
}

/** Who is signed in, or the way to do so. Its place is the same size before that is known. */
export function AccountSlot() {
  const { status, user } = useSession();
  return (
    <div
      data-testid="account-slot"
      className="flex h-9 w-9 shrink-0 items-center justify-end md:w-28"
    >
      {user !== null && <AccountMenu user={user} />}
      {user === null && status === 'signed_out' && <SignInLink />}
      {user === null && status !== 'signed_out' && (
        <Skeleton className="mx-auto size-7 rounded-full md:h-7 md:w-full md:rounded-md" />
      )}
    </div>
  );
}

'use client';

import type { User } from '@tidemark/contracts/user';
import { LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserSession } from '../account/session/browser-session.ts';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../components/ui/menu.tsx';

/** Signs out; stays open with the reason where the server could not be told. */
function SignOutItem() {
  const [failure, setFailure] = useState<string | null>(null);
  async function signOut() {
    const error = await browserSession().signOut();
    if (error !== null) setFailure(error.message);
  }
  return (
    <>
      <MenuItem
        onSelect={(event) => {
          event.preventDefault();
          void signOut();
        }}
      >
        <LogOut aria-hidden className="size-4" />
        Sign out
      </MenuItem>
      {failure !== null && (
        <p role="alert" className="max-w-56 px-2.5 pt-1 pb-2 text-xs text-down">
          You are still signed in. {failure}
        </p>
      )}
    </>
  );
}

/** Who is signed in, with the way to their profile and out. */
export function AccountMenu({ user }: { user: User }) {
  const router = useRouter();
  return (
    <Menu modal={false}>
      <MenuTrigger className="flex size-9 items-center justify-center gap-2 rounded-md font-medium hover:bg-raised md:h-9 md:w-auto md:max-w-full md:px-1.5">
        <Initial name={user.username} />
        <span className="sr-only">Account of </span>
        <span className="text-[0.8125rem] max-md:sr-only md:min-w-0 md:truncate">
          {user.username}
        </span>
      </MenuTrigger>
      <MenuContent>
        <div className="max-w-64 border-b border-line px-2.5 pt-1.5 pb-2.5">
          <p className="truncate font-medium">{user.username}</p>
          <p className="truncate text-xs text-muted">{user.email}</p>
        </div>
        <MenuItem className="mt-1.5" onSelect={() => router.push('/profile/')}>
          <UserRound aria-hidden className="size-4" />
          Profile
        </MenuItem>
        <SignOutItem />
      </MenuContent>
    </Menu>
  );
}

/** The first letter of a name in a circle; the name is read from elsewhere. */
function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase"
    >
      {Array.from(name)[0]}
    </span>
  );
}

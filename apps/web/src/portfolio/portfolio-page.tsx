'use client';

import { Suspense } from 'react';
import { SignedInOnly } from '../account/signed-in-only.tsx';
import { Skeleton } from '../components/ui/loaded.tsx';
import { PortfolioFrame } from './frame/portfolio-frame.tsx';

function Waiting() {
  return (
    <div className="flex flex-col gap-3 md:gap-4">
      <Skeleton className="h-9 w-56" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-64 w-full rounded-xl" />
      <Skeleton className="h-96 w-full rounded-xl" />
    </div>
  );
}

/** What somebody has, what it is worth, and what became of it. */
export function PortfolioPage() {
  return (
    <div className="mx-auto max-w-[100rem]">
      <Suspense fallback={<Waiting />}>
        <SignedInOnly waiting={<Waiting />}>
          {(user) => <PortfolioFrame key={user.user_id} />}
        </SignedInOnly>
      </Suspense>
    </div>
  );
}

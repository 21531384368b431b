'use client';

import type { User } from '@tidemark/contracts/user';
import { Badge } from '../../components/ui/badge.tsx';
import { Skeleton } from '../../components/ui/loaded.tsx';
import { formatDayUtc } from '../../format/time.ts';
import { SignedInOnly } from '../signed-in-only.tsx';
import { AccountForm } from './account-form.tsx';
import { DeleteSection } from './delete-section.tsx';
import { EventsSection } from './events-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { PasswordForm } from './password-form.tsx';
import { PreferencesSection } from './preferences-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { Part, Section } from './section.tsx';
import { SessionsSection } from './sessions-section.tsx';

const CONTENTS = [
  ['account', 'Profile'],
  ['preferences', 'Preferences'],
  ['sessions', 'Sessions'],
  ['api-keys', 'API keys'],
  ['second-factor', 'Second factor'],
  ['security-events', 'Security events'],
  ['delete', 'Delete account'],
] as const;

function Contents() {
  return (
    <nav aria-label="On this page" className="sticky top-19 hidden self-start lg:block">
      <ul className="flex w-40 flex-col gap-0.5">
        {CONTENTS.map(([id, title]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex h-8 items-center rounded-md px-2.5 text-[0.8125rem] font-medium text-muted hover:bg-raised hover:text-foreground"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AccountSection({ user }: { user: User }) {
  return (
    <Section
      id="account"
      title="Profile"
      lead={`With Tidemark since ${formatDayUtc(Date.parse(user.created_at))}.`}
      aside={user.role === 'admin' && <Badge tone="accent">Administrator</Badge>}
    >
      <AccountForm user={user} />
      <Part title="Password">
        <PasswordForm user={user} />
      </Part>
    </Section>
  );
}

function Sections({ user }: { user: User }) {
  return (
    <>
      <AccountSection user={user} />
      <PreferencesSection />
      <SessionsSection />
      <KeysSection />
      <SecondFactorSection />
      <EventsSection />
      <DeleteSection user={user} />
    </>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton className="h-[35rem] w-full rounded-xl" />
      <Skeleton className="h-[26rem] w-full rounded-xl" />
    </>
  );
}

/** Everything about one's own account. */
export function ProfilePage() {
  return (
    <div className="mx-auto flex max-w-[60rem] gap-8">
      <Contents />
      <div className="flex min-w-0 flex-1 flex-col gap-3 md:gap-4">
        <h1 className="sr-only">Profile</h1>
        <SignedInOnly waiting={<Waiting />}>
          {(user) => <Sections key={user.user_id} user={user} />}
        </SignedInOnly>
      </div>
    </div>
  );
}

'use client';

import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { TextLink, SignInCard } from './sign-in-card.tsx';
import { useLinkWithReturn, useReturnOnceSignedIn } from '../use-return.ts';
import { InsecureNotice } from './notices.tsx';
import { RegisterForm } from './register-form.tsx';
import { useRegistrationQuery } from './sign-in-api.ts';

function Registration() {
  const query = useRegistrationQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Loaded query={query} what="This page" height="h-[20.5rem]">
      {({ open, first_account }) =>
        open ? (
          <>
            {first_account && (
              <Notice>
                This is the first account on this server: it will be the administrator’s.
              </Notice>
            )}
            <RegisterForm />
          </>
        ) : (
          <Notice tone="notice">
            Registration is closed on this server. Its administrator can open it.
          </Notice>
        )
      }
    </Loaded>
  );
}

export function RegisterPage() {
  useReturnOnceSignedIn();
  const login = useLinkWithReturn('/login/');
  return (
    <SignInCard
      title="Create an account"
      lead="Live prices need none. An account keeps what is yours: preferences, keys, a portfolio."
      footer={
        <>
          Have one already? <TextLink href={login}>Sign in</TextLink>
        </>
      }
    >
      <InsecureNotice />
      <Registration />
    </SignInCard>
  );
}

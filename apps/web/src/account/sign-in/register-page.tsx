'use client';

import type { ApiError } from '../../api/api-error.ts';
import { Failure } from '../../components/ui/failure.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { TextLink } from '../../components/ui/text-link.tsx';
import { useLinkWithReturn, useReturnOnceSignedIn } from '../use-return.ts';
import { InsecureNotice } from './insecure-notice.tsx';
import { RegisterForm } from './register-form.tsx';
import { useRegistrationQuery } from './sign-in-api.ts';
import { SignInCard } from './sign-in-card.tsx';

/** The form's height while it is not known yet whether there is one. */
function Waiting() {
  return <Skeleton className="h-[20.5rem] w-full" />;
}

function Registration() {
  const { data, error, refetch, isFetching } = useRegistrationQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  if (data === undefined && error !== undefined) {
    return (
      <Failure
        title="This page could not be loaded."
        reason={(error as ApiError).message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (data === undefined) return <Waiting />;
  if (!data.open) {
    return (
      <Notice tone="notice">
        Registration is closed on this server. Its administrator can open it.
      </Notice>
    );
  }
  return (
    <>
      {data.first_account && (
        <Notice>This is the first account on this server: it will be the administrator’s.</Notice>
      )}
      <RegisterForm />
    </>
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

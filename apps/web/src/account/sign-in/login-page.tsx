'use client';

import { TextLink, SignInCard } from './sign-in-card.tsx';
import { useLinkWithReturn, useReturnOnceSignedIn } from '../use-return.ts';
import { EndingNotice, InsecureNotice } from './notices.tsx';
import { LoginForm } from './login-form.tsx';

export function LoginPage() {
  useReturnOnceSignedIn();
  const register = useLinkWithReturn('/register/');
  return (
    <SignInCard
      title="Sign in"
      footer={
        <>
          No account yet? <TextLink href={register}>Create one</TextLink>
        </>
      }
    >
      <InsecureNotice />
      <EndingNotice />
      <LoginForm />
    </SignInCard>
  );
}

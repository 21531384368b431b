'use client';

import { TextLink } from '../../components/ui/text-link.tsx';
import { useLinkWithReturn, useReturnOnceSignedIn } from '../use-return.ts';
import { EndingNotice } from './ending-notice.tsx';
import { InsecureNotice } from './insecure-notice.tsx';
import { LoginForm } from './login-form.tsx';
import { SignInCard } from './sign-in-card.tsx';

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

import type { Metadata } from 'next';
import { RegisterPage } from '../../account/sign-in/register-page.tsx';

export const metadata: Metadata = { title: 'Create an account' };

export default function Page() {
  return <RegisterPage />;
}

import type { Metadata } from 'next';
import { ForgotPage } from '../../../account/sign-in/forgot-page.tsx';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function Page() {
  return <ForgotPage />;
}

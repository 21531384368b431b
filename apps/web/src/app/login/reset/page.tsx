import type { Metadata } from 'next';
import { ResetPage } from '../../../account/sign-in/reset-page.tsx';

export const metadata: Metadata = { title: 'New password' };

export default function Page() {
  return <ResetPage />;
}

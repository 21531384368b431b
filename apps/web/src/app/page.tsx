import { Dashboard } from '../dashboard/dashboard.tsx';

/** The front page is the dashboard. */
export default function FrontPage() {
  return <Dashboard />;
}

import Link from 'next/link';

export default function NotFound() {
  return (
    <div className="flex flex-col items-center gap-3 py-24 text-center">
      <h1 className="text-xl font-semibold tracking-tight">There is no such page</h1>
      <Link href="/dashboard/" className="text-accent underline underline-offset-4">
        To the dashboard
      </Link>
    </div>
  );
}

'use client';

import {
  Bell,
  BookOpen,
  LayoutDashboard,
  Newspaper,
  Star,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { apiUrl } from '../api/api.config.ts';
import { cn } from '../components/ui/class-names.ts';

interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Served by the API rather than by this app: loaded as a page of its own. */
  outside?: boolean;
}

/** Every page there is, in the order of the navigation. */
const NAV_ITEMS: readonly NavItem[] = [
  { href: '/dashboard/', label: 'Dashboard', icon: LayoutDashboard },
  { href: '/portfolio/', label: 'Portfolio', icon: Wallet },
  { href: '/watchlist/', label: 'Watchlist', icon: Star },
  { href: '/alerts/', label: 'Alerts', icon: Bell },
  { href: '/sentiment/', label: 'News', icon: Newspaper },
  { href: '/api/docs', label: 'API docs', icon: BookOpen, outside: true },
];

/** Whether a path belongs to an item. The front page shows the dashboard. */
function isCurrent(item: NavItem, path: string): boolean {
  const asked = path === '/' ? '/dashboard/' : path;
  return asked === item.href || asked === item.href.replace(/\/$/, '');
}

function NavLink({ item, className }: { item: NavItem; className: string }) {
  const current = isCurrent(item, usePathname());
  const content = (
    <>
      <item.icon aria-hidden className="size-4 shrink-0" />
      {item.label}
    </>
  );
  if (item.outside === true) {
    return (
      <a href={apiUrl(item.href)} className={className}>
        {content}
      </a>
    );
  }
  return (
    <Link
      href={item.href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className={className}
    >
      {content}
    </Link>
  );
}

interface NavigationProps {
  className: string;
  link: string;
  /** Of links that lead outside, beside that; where there is no room for them, the footer has them. */
  outside?: string;
}

function Navigation({ className, link, outside }: NavigationProps) {
  return (
    <nav aria-label="Pages" className={className}>
      {NAV_ITEMS.map((item) => (
        <NavLink
          key={item.href}
          item={item}
          className={item.outside === true ? cn(link, outside) : link}
        />
      ))}
    </nav>
  );
}

/** Links beside the page, where there is room. */
export function Sidebar() {
  return (
    <Navigation
      className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-52 shrink-0 flex-col gap-1 border-r border-line p-3 xl:flex"
      link="flex h-9 items-center gap-2.5 rounded-md px-3 font-medium text-muted transition-colors hover:bg-raised hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:text-foreground"
    />
  );
}

/** The same links in the header of a middle-sized window. */
export function HeaderLinks() {
  return (
    <Navigation
      outside="max-lg:hidden"
      className="hidden items-center gap-1 md:flex xl:hidden"
      link="flex h-8 items-center gap-2 rounded-md px-2.5 text-[0.8125rem] font-medium whitespace-nowrap text-muted max-lg:[&>svg]:hidden hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:text-foreground"
    />
  );
}

/** And at the thumb on a phone. */
export function BottomBar() {
  return (
    <Navigation
      outside="hidden"
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      link="flex h-14 flex-col items-center justify-center gap-1 text-2xs font-medium text-muted aria-[current=page]:text-accent"
    />
  );
}

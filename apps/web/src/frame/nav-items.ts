import { BookOpen, LayoutDashboard, type LucideIcon } from 'lucide-react';

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Served by the API rather than by this app: loaded as a page of its own. */
  outside?: boolean;
}

/** Every page there is, in the order of the navigation. */
export const NAV_ITEMS: readonly NavItem[] = [
  { href: '/dashboard/', label: 'Dashboard', icon: LayoutDashboard },
  { href: '/api/docs', label: 'API docs', icon: BookOpen, outside: true },
];

/** Whether a path belongs to an item. The front page shows the dashboard. */
export function isCurrent(item: NavItem, path: string): boolean {
  const asked = path === '/' ? '/dashboard/' : path;
  return asked === item.href || asked === item.href.replace(/\/$/, '');
}

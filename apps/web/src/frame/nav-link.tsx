'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { apiUrl } from '../api/api.config.ts';
import { isCurrent, type NavItem } from './nav-items.ts';

export function NavLink({ item, className }: { item: NavItem; className: string }) {
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

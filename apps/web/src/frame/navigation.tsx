import { NAV_ITEMS } from './nav-items.ts';
import { NavLink } from './nav-link.tsx';

/** Links beside the page, where there is room. */
export function Sidebar() {
  return (
    <nav
      aria-label="Pages"
      className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-52 shrink-0 flex-col gap-1 border-r border-line p-3 xl:flex"
    >
      {NAV_ITEMS.map((item) => (
        <NavLink
          key={item.href}
          item={item}
          className="flex h-9 items-center gap-2.5 rounded-md px-3 font-medium text-muted transition-colors hover:bg-raised hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:text-foreground"
        />
      ))}
    </nav>
  );
}

/** The same links in the header of a middle-sized window. */
export function HeaderLinks() {
  return (
    <nav aria-label="Pages" className="hidden items-center gap-1 md:flex xl:hidden">
      {NAV_ITEMS.map((item) => (
        <NavLink
          key={item.href}
          item={item}
          className="flex h-8 items-center gap-2 rounded-md px-2.5 text-[0.8125rem] font-medium text-muted hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:text-foreground"
        />
      ))}
    </nav>
  );
}

/** And at the thumb on a phone. */
export function BottomBar() {
  return (
    <nav
      aria-label="Pages"
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {NAV_ITEMS.map((item) => (
        <NavLink
          key={item.href}
          item={item}
          className="flex h-14 flex-col items-center justify-center gap-1 text-2xs font-medium text-muted aria-[current=page]:text-accent"
        />
      ))}
    </nav>
  );
}

'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '../components/ui/button.tsx';

interface PagesNavProps {
  /** What they are pages of: `firings`. */
  what: string;
  /** What asked for the pages until this one; the first is asked for by nothing. */
  cursors: readonly string[];
  /** Null: this is the last. */
  next: string | null;
  onCursors: (cursors: readonly string[]) => void;
}

/** The ways to older and newer pages of a list; nothing where there is one page. */
export function PagesNav({ what, cursors, next, onCursors }: PagesNavProps) {
  if (cursors.length === 0 && next === null) return null;
  return (
    <nav
      aria-label={`Pages of ${what}`}
      className="flex items-center justify-between gap-3 border-t border-line px-4 py-2.5"
    >
      <Button disabled={cursors.length === 0} onClick={() => onCursors(cursors.slice(0, -1))}>
        <ChevronLeft aria-hidden className="size-3.5" />
        Newer
      </Button>
      <span className="text-xs text-muted">Page {cursors.length + 1}</span>
      <Button
        disabled={next === null}
        onClick={() => next !== null && onCursors([...cursors, next])}
      >
        Older
        <ChevronRight aria-hidden className="size-3.5" />
      </Button>
    </nav>
  );
}

import { Check } from 'lucide-react';

/** Says that something was saved, each time anew. Its place is kept before. */
export function Saved({ count, text = 'Saved' }: { count: number; text?: string }) {
  return (
    <span role="status" className="flex min-h-5 items-center gap-1.5 text-[0.8125rem] text-up">
      {count > 0 && (
        <span key={count} className="flex items-center gap-1.5">
          <Check aria-hidden className="size-4" />
          {text}
        </span>
      )}
    </span>
  );
}

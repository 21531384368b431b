import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './class-names.ts';

const TONES = {
  plain: { icon: Info, box: 'bg-accent-soft', mark: 'text-accent' },
  good: { icon: CircleCheck, box: 'bg-up-soft', mark: 'text-up' },
  notice: { icon: TriangleAlert, box: 'bg-notice-soft', mark: 'text-notice' },
} as const;

interface NoticeProps {
  tone?: keyof typeof TONES;
  children: ReactNode;
  /** `status`: read out when it appears. */
  role?: 'status' | 'note';
  className?: string;
}

/** Something a reader should know before going on. */
export function Notice({ tone = 'plain', children, role = 'note', className }: NoticeProps) {
  const { icon: Icon, box, mark } = TONES[tone];
  return (
    <div
      role={role}
      className={cn(
        'flex items-start gap-2 rounded-md px-3 py-2.5 text-[0.8125rem]',
        box,
        className,
      )}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', mark)} />
      <div className="min-w-0 break-words">{children}</div>
    </div>
  );
}

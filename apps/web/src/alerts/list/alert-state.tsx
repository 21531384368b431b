import type { Alert, AlertStatus } from '@tidemark/contracts/alert';
import {
  BellOff,
  BellRing,
  Circle,
  CircleCheck,
  CirclePause,
  CircleX,
  Timer,
  type LucideIcon,
} from 'lucide-react';
import { cn } from '../../components/ui/class-names.ts';
import { formatMomentUtc } from '../../format/time.ts';

interface StatusWords {
  word: string;
  title: string;
  icon: LucideIcon;
  tone: string;
}

/** Word and shape of each state; the colour says nothing by itself. */
export const STATUSES: Readonly<Record<AlertStatus, StatusWords>> = {
  waiting: { word: 'Waiting', title: 'It can fire', icon: Circle, tone: 'text-muted' },
  holding: {
    ...{ word: 'Holding', icon: Timer, tone: 'text-notice' },
    title: 'Past the bound: it fires once that has held long enough',
  },
  fired: {
    ...{ word: 'Fired', icon: BellRing, tone: 'text-accent' },
    title: 'It fired, and waits for the value to go back',
  },
  done: { word: 'Done', title: 'It fired for every coin', icon: CircleCheck, tone: 'text-up' },
  off: { word: 'Off', title: 'It does not fire', icon: CirclePause, tone: 'text-muted' },
  expired: { word: 'Expired', title: 'Its time is over', icon: CircleX, tone: 'text-muted' },
};

/** From then on a mute has no end that anybody waits for, epoch ms. */
export const MUTED_FOR_GOOD = 253_402_300_799_000;

/** Until when an alert is told in the app alone, in words; null: it is sent. */
export function muteText(until: number | null, now: number): string | null {
  if (until === null || until <= now) return null;
  return until >= MUTED_FOR_GOOD ? 'Muted' : `Muted until ${formatMomentUtc(until)} UTC`;
}

interface AlertStateProps {
  alert: Pick<Alert, 'status' | 'muted_until'>;
  now: number;
}

/** How an alert stands: a shape and a word. */
export function AlertState({ alert, now }: AlertStateProps) {
  const { word, title, icon: Icon, tone } = STATUSES[alert.status];
  const mute = muteText(alert.muted_until, now);
  return (
    <span className="flex flex-col">
      <span title={title} data-status={alert.status} className="flex items-center gap-1.5">
        <Icon aria-hidden className={cn('size-3.5 shrink-0', tone)} />
        {word}
      </span>
      {mute !== null && (
        <span className="flex items-center gap-1.5 text-xs text-notice">
          <BellOff aria-hidden className="size-3.5 shrink-0" />
          {mute}
        </span>
      )}
    </span>
  );
}

'use client';

import type { AlertFiring } from '@tidemark/contracts/alert';
import { Bell as BellIcon, CheckCheck } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { usePreferencesQuery } from '../../account/account-api.ts';
import { useSession } from '../../account/session/use-session.ts';
import { useSend, whyNot } from '../../account/use-send.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { QueryFailure, Skeleton } from '../../components/ui/loaded.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '../../components/ui/popover.tsx';
import { cn } from '../../components/ui/class-names.ts';
import { formatMomentUtc } from '../../format/time.ts';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { useCoinName } from '../../sentiment/coin-names.ts';
import { givenName } from '../alert-name.ts';
import { alertsApi, useFiringsQuery, useUnseenQuery, type Unseen } from '../alerts-api.ts';
import { firingMarks } from '../words.ts';
import { useAlertStream } from './use-alert-stream.ts';

const NEWEST = 10;
/** Also without a message of the stream. */
const AGAIN_MS = 60_000;
const MOST_SHOWN = 99;

/** What the bell says of what was not seen: `3`, `99+`; nothing where there is nothing. */
function countText(unseen: number): string | null {
  if (unseen === 0) return null;
  return unseen > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unseen);
}

function FiringLine({ firing }: { firing: AlertFiring }) {
  const nameOf = useCoinName();
  const { coin_id, rule, at, seen } = firing;
  const coin = nameOf(coin_id);
  const given = givenName(firing);
  return (
    <li className="flex gap-2.5 border-t border-line px-4 py-2.5 first:border-t-0">
      <span
        aria-hidden
        className={cn(
          'mt-1.5 size-2 shrink-0 rounded-full border border-accent',
          !seen && 'bg-accent',
        )}
      />
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words">
          {!seen && <span className="sr-only">not seen: </span>}
          {given ?? coin}
        </span>
        <span className="block text-xs break-words text-muted">
          {given !== null && `${coin}, `}
          {rule}
        </span>
        <span className="figures flex flex-wrap items-center gap-x-2 text-xs text-muted">
          <time dateTime={new Date(at).toISOString()}>{formatMomentUtc(at)} UTC</time>
          {firingMarks(firing).map((mark) => (
            <Badge key={mark} tone={mark === 'simulated' ? 'quiet' : 'notice'}>
              {mark}
            </Badge>
          ))}
        </span>
      </span>
    </li>
  );
}

function Newest() {
  const query = useFiringsQuery({ limit: NEWEST }, { refetchOnMountOrArgChange: true });
  const { data, error } = query;
  if (data === undefined) {
    if (error === undefined) return <Skeleton className="m-4 h-24" />;
    return <QueryFailure title="They could not be loaded." query={query} />;
  }
  if (data.items.length === 0) {
    return <p className="px-4 py-6 text-center text-muted">No alert has fired yet.</p>;
  }
  return (
    // It scrolls, and has nothing in it that takes the focus.
    <ul
      aria-label="The newest that fired"
      tabIndex={0}
      className="max-h-[min(24rem,60dvh)] overflow-y-auto"
    >
      {data.items.map((firing) => (
        <FiringLine key={firing.firing_id} firing={firing} />
      ))}
    </ul>
  );
}

function Opened({ unseen, onLeave }: { unseen: Unseen; onLeave: () => void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const see = useSend(alertsApi.endpoints.seeAlerts);
  async function seeAll() {
    if (unseen.latest !== null) setFailure(whyNot(await see(unseen.latest)));
  }
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-3 border-b border-line py-1.5 pr-2 pl-4">
        <h2 className="text-[0.8125rem] font-semibold">Alerts that fired</h2>
        <Button variant="ghost" disabled={unseen.unseen === 0} onClick={() => void seeAll()}>
          <CheckCheck aria-hidden className="size-3.5" />
          All seen
        </Button>
      </div>
      {failure !== null && (
        <p role="alert" className="px-4 py-2 text-xs text-down">
          Not done. {failure}
        </p>
      )}
      <Newest />
      <Link
        href="/alerts/"
        prefetch={false}
        onClick={onLeave}
        className="flex h-11 items-center justify-center border-t border-line font-medium text-accent hover:bg-raised"
      >
        All alerts
      </Link>
    </>
  );
}

function OwnBell() {
  const [open, setOpen] = useState(false);
  const { data } = useUnseenQuery(undefined, { pollingInterval: AGAIN_MS, ...WHILE_SEEN });
  const { currentData: preferences } = usePreferencesQuery(undefined);
  useAlertStream({
    isOn: data !== undefined,
    isSaid: preferences?.notifications.browser ?? true,
    nameOf: useCoinName(),
  });
  // Where there is no service of alerts there is no bell.
  if (data === undefined) return null;
  const count = countText(data.unseen);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        data-testid="bell"
        aria-label={count === null ? 'Alerts, none new' : `Alerts, ${count} not seen`}
        className="relative flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-foreground"
      >
        <BellIcon aria-hidden className="size-4" />
        {count !== null && (
          <span
            aria-hidden
            className="figures absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-accent"
          >
            {count}
          </span>
        )}
      </PopoverTrigger>
      <PopoverContent aria-label="Alerts that fired" className="w-96 p-0">
        <Opened unseen={data} onLeave={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

/** What fired and was not seen, for whoever is signed in; each that fires is said in passing too. */
export function Bell() {
  const { user } = useSession();
  return user === null ? null : <OwnBell key={user.user_id} />;
}

'use client';

import type { SecurityEvent } from '@tidemark/contracts/security-event';
import { cn } from '../../components/ui/class-names.ts';
import { formatMomentUtc } from '../../format/time.ts';
import { describeAgent } from './describe-agent.ts';
import { EVENT_WORDS, isAlarming } from './event-words.ts';
import { Loaded } from '../../components/ui/loaded.tsx';
import { useSecurityEventsQuery } from './profile-api.ts';
import { Section } from './section.tsx';

function EventRow({ event }: { event: SecurityEvent }) {
  return (
    <li className="flex flex-col gap-x-4 py-2.5 first:pt-0 last:pb-0 sm:flex-row sm:items-baseline sm:justify-between">
      <div className="min-w-0">
        <p className={cn('font-medium', isAlarming(event.event) && 'text-notice')}>
          {EVENT_WORDS[event.event]}
        </p>
        <p className="text-xs break-words text-muted">
          {event.address} · {describeAgent(event.user_agent)}
        </p>
      </div>
      <time dateTime={event.at} className="figures shrink-0 text-xs text-muted">
        {formatMomentUtc(Date.parse(event.at))} UTC
      </time>
    </li>
  );
}

/** What happened to the account's security of late. */
export function EventsSection() {
  const query = useSecurityEventsQuery(undefined, { refetchOnFocus: true });
  return (
    <Section
      id="security-events"
      title="Security events"
      lead="The latest. If one of them was not you, change your password and sign out everywhere."
    >
      <Loaded query={query} what="The events" height="h-64">
        {(events) => (
          <ul className="divide-y divide-line">
            {events.map((event) => (
              <EventRow key={event.event_id} event={event} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

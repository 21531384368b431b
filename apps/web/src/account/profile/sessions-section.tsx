'use client';

import type { Session } from '@tidemark/contracts/session';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Confirm } from '../../components/ui/confirm.tsx';
import { formatMomentUtc } from '../../format/time.ts';
import { browserSession } from '../session/browser-session.ts';
import { useSend, whyNot } from '../use-send.ts';
import { describeAgent } from './describe-agent.ts';
import { Loaded } from '../../components/ui/loaded.tsx';
import { accessApi, useSessionsQuery } from './profile-api.ts';
import { Section } from './section.tsx';

const moment = (text: string) => `${formatMomentUtc(Date.parse(text))} UTC`;

function SessionRow({ session }: { session: Session }) {
  const end = useSend(accessApi.endpoints.endSession);
  const agent = describeAgent(session.user_agent);
  return (
    <li className="flex items-center justify-between gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span className="min-w-0 break-words">{agent}</span>
          {session.current && <Badge tone="up">This session</Badge>}
        </p>
        <p className="text-xs break-words text-muted">
          {session.address} · last used {moment(session.last_used_at)} · since{' '}
          {moment(session.created_at)}
        </p>
      </div>
      {!session.current && (
        <Confirm
          trigger={
            <Button>
              End<span className="sr-only"> the session of {agent}</span>
            </Button>
          }
          title="End this session?"
          action="End session"
          acting="Ending…"
          onConfirm={async () => whyNot(await end(session.session_id))}
        >
          {agent} at {session.address} is signed out at once.
        </Confirm>
      )}
    </li>
  );
}

function EndAll() {
  const end = useSend(accessApi.endpoints.logoutEverywhere);
  async function confirm() {
    const why = whyNot(await end(undefined));
    if (why === null) browserSession().ended('signed_out');
    return why;
  }
  return (
    <Confirm
      trigger={<Button variant="danger">Sign out everywhere</Button>}
      title="Sign out everywhere?"
      action="Sign out everywhere"
      acting="Signing out…"
      onConfirm={confirm}
    >
      Every session ends at once, this one too. API keys stay.
    </Confirm>
  );
}

/** Where the person is signed in. */
export function SessionsSection() {
  const query = useSessionsQuery(undefined, { refetchOnFocus: true });
  return (
    <Section
      id="sessions"
      title="Sessions"
      lead="Where you are signed in. One that is not used for a week ends by itself."
      aside={<EndAll />}
    >
      <Loaded query={query} what="Your sessions" height="h-32">
        {(sessions) => (
          <ul className="divide-y divide-line">
            {sessions.map((session) => (
              <SessionRow key={session.session_id} session={session} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

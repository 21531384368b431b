'use client';

import type { AlertDelivery, DeliveryState } from '@tidemark/contracts/alert-delivery';
import { CircleCheck, CircleX, Clock, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useSend, whyNot } from '../../account/use-send.ts';
import { Button } from '../../components/ui/button.tsx';
import { Choice } from '../../components/ui/choice.tsx';
import { Choose } from '../../components/ui/choose.tsx';
import { cn } from '../../components/ui/class-names.ts';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { say } from '../../components/ui/toasts.ts';
import { formatMomentUtc } from '../../format/time.ts';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { useCoinName } from '../../sentiment/coin-names.ts';
import { changeAddress, useAddressPart } from '../address.ts';
import { channelsApi, useChannelsQuery, useDeliveriesQuery } from '../channels/channels-api.ts';
import { PagesNav } from '../pages-nav.tsx';

const AGAIN_MS = 10_000;

const STATES: Readonly<Record<DeliveryState, { word: string; icon: LucideIcon; tone: string }>> = {
  waiting: { word: 'Waiting', icon: Clock, tone: 'text-notice' },
  sent: { word: 'Sent', icon: CircleCheck, tone: 'text-up' },
  dead: { word: 'Given up', icon: CircleX, tone: 'text-down' },
};

const STATE_OPTIONS = [
  { value: 'all', label: 'All' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'sent', label: 'Sent' },
  { value: 'dead', label: 'Given up' },
] as const;

function State({ delivery }: { delivery: AlertDelivery }) {
  const { word, icon: Icon, tone } = STATES[delivery.state];
  const { next_at: next, state, firing_id: firing } = delivery;
  return (
    <span className="flex flex-col items-start gap-1">
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden className={cn('size-3.5 shrink-0', tone)} />
        {word}
      </span>
      {state === 'waiting' && next !== null && (
        <span className="figures text-xs text-muted">from {formatMomentUtc(next)} UTC on</span>
      )}
      {state === 'dead' && firing !== null && <Again delivery={delivery} />}
    </span>
  );
}

/** What the other side said, and at a press at each attempt. */
function Answer({ delivery: { answer, attempts } }: { delivery: AlertDelivery }) {
  if (attempts.length < 2) {
    return <span className="text-xs break-words text-muted">{answer ?? 'nothing yet'}</span>;
  }
  return (
    <details className="min-w-0 text-xs text-muted">
      <summary className="cursor-pointer break-words hover:text-foreground">
        {answer ?? 'nothing yet'} <span className="figures">({attempts.length} attempts)</span>
      </summary>
      <ol className="mt-1 flex flex-col gap-0.5">
        {attempts.map(({ at, ok, answer: said }) => (
          <li key={at} className="break-words">
            <time dateTime={new Date(at).toISOString()} className="figures">
              {formatMomentUtc(at)}
            </time>{' '}
            {ok ? 'taken' : 'not taken'}: {said}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Again({ delivery }: { delivery: AlertDelivery }) {
  const send = useSend(channelsApi.endpoints.sendAgain);
  const [busy, setBusy] = useState(false);
  async function run() {
    setBusy(true);
    const why = whyNot(await send(delivery.delivery_id));
    setBusy(false);
    if (why === null) say('It is sent again.');
    else say(`Not sent again. ${why}`, { tone: 'fault' });
  }
  return (
    <Button disabled={busy} onClick={() => void run()}>
      Send again
      <span className="sr-only">
        {' '}
        {delivery.alert} to {delivery.channel}
      </span>
    </Button>
  );
}

function columnsOf(nameOf: (coinId: string) => string): Column<AlertDelivery>[] {
  return [
    {
      ...{ id: 'what', label: 'What', isTitle: true },
      cell: ({ alert, coin_id, channel }) => (
        <span className="block">
          <span className="block font-medium break-words">
            {alert === null ? 'Test' : `${nameOf(coin_id ?? '')} · ${alert}`}
          </span>
          <span className="block text-xs break-words text-muted">to {channel}</span>
        </span>
      ),
    },
    {
      ...{ id: 'state', label: 'State' },
      cell: (delivery) => <State delivery={delivery} />,
    },
    {
      ...{ id: 'at', label: 'Made, UTC', isFigure: true },
      cell: ({ created_at: at }) => (
        <time dateTime={new Date(at).toISOString()} className="figures">
          {formatMomentUtc(at)}
        </time>
      ),
    },
    {
      ...{ id: 'answer', label: 'Last answer', className: 'max-md:col-span-2 md:w-1/3' },
      cell: (delivery) => <Answer delivery={delivery} />,
    },
  ];
}

interface DeliveriesProps {
  state: DeliveryState | 'all';
  channelId: string | null;
}

function Deliveries({ state, channelId }: DeliveriesProps) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const nameOf = useCoinName();
  const query = useDeliveriesQuery(
    {
      state: state === 'all' ? undefined : state,
      channelId: channelId ?? undefined,
      cursor: cursors.at(-1),
    },
    { ...WHILE_SEEN, pollingInterval: AGAIN_MS, refetchOnMountOrArgChange: true },
  );
  return (
    <Loaded query={query} what="The log of deliveries" height="h-96">
      {({ items, next }) =>
        items.length === 0 && cursors.length === 0 ? (
          <p className="border-t border-line px-4 py-12 text-center text-muted">
            {state === 'all' && channelId === null
              ? 'Nothing was sent yet. What goes to your channels is listed here, with each answer.'
              : 'Nothing fits.'}
          </p>
        ) : (
          <DataTable
            caption="What was sent to your channels, newest first"
            columns={columnsOf(nameOf)}
            rows={items}
            rowKey={({ delivery_id }) => delivery_id}
            foot={
              <PagesNav what="deliveries" cursors={cursors} next={next} onCursors={setCursors} />
            }
          />
        )
      }
    </Loaded>
  );
}

function ChannelFilter({ channelId }: { channelId: string | null }) {
  const { data = [] } = useChannelsQuery(undefined);
  if (data.length === 0 && channelId === null) return null;
  return (
    <Choose
      label="Channel"
      options={[
        { value: '', label: 'All' },
        ...data.map(({ channel_id: value, name: label }) => ({ value, label })),
      ]}
      value={channelId ?? ''}
      onChange={(value) => changeAddress({ channel: value === '' ? null : value })}
    />
  );
}

/** What became of each message to a channel: every attempt, and what was given up on. */
export function DeliveriesPanel() {
  const channelId = useAddressPart('channel');
  const [state, setState] = useState<DeliveryState | 'all'>('all');
  return (
    <Panel aria-label="Delivery">
      <PanelHeader className="flex-wrap">
        <PanelTitle>Delivery</PanelTitle>
        <span className="flex min-w-0 flex-wrap items-center gap-3">
          <ChannelFilter channelId={channelId} />
          <Choice label="State" options={STATE_OPTIONS} value={state} onChange={setState} />
        </span>
      </PanelHeader>
      <Deliveries key={`${state} ${channelId}`} state={state} channelId={channelId} />
    </Panel>
  );
}

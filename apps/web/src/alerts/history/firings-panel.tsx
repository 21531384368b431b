'use client';

import type { AlertFiring } from '@tidemark/contracts/alert';
import { History } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Choose } from '../../components/ui/choose.tsx';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { formatMomentUtc, formatSpan } from '../../format/time.ts';
import { formatPrice } from '../../format/price.ts';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { useCoinName } from '../../sentiment/coin-names.ts';
import { givenName } from '../alert-name.ts';
import { changeAddress, useAddressPart } from '../address.ts';
import { useAlertsQuery, useFiringsQuery } from '../alerts-api.ts';
import { PagesNav } from '../pages-nav.tsx';
import { alertTitle, firingMarks } from '../words.ts';

const PAGE = 50;
const AGAIN_MS = 30_000;

/** What a mark means, for whoever points at it. */
const MARK_TITLES: Readonly<Record<string, string>> = {
  late: 'It came true while no prices came, and was found in repaired candles',
  simulated: 'Of a simulated market: generated, not real',
  degraded: 'Of fewer exchanges than usual, or they disagreed',
  stale: 'Of a price that was not fresh',
};

function When({ firing }: { firing: AlertFiring }) {
  const { at, told_at: told, late } = firing;
  return (
    <span className="figures">
      <time dateTime={new Date(at).toISOString()}>{formatMomentUtc(at)}</time>
      {late && (
        <span className="block text-xs text-muted">known {formatSpan(told - at)} later</span>
      )}
    </span>
  );
}

interface WhatProps {
  firing: AlertFiring;
  /** Of its coin. */
  name: string;
  /** It is the one that the address names. */
  isNamed: boolean;
}

function What({ firing, name, isNamed }: WhatProps) {
  const { firing_id, rule, note, seen } = firing;
  const given = givenName(firing);
  return (
    <span
      data-firing={firing_id}
      className={isNamed ? 'block rounded bg-accent-soft px-2 py-1' : 'block'}
    >
      <span className="font-medium break-words">
        {name}
        {given !== null && ` · ${given}`}
      </span>
      {!seen && (
        <Badge tone="accent" className="ml-2">
          New
        </Badge>
      )}
      <span className="block text-xs break-words text-muted">{rule}</span>
      {note !== null && (
        <span className="block text-xs break-words whitespace-pre-line text-muted">{note}</span>
      )}
    </span>
  );
}

function columnsOf(nameOf: (coinId: string) => string, named: string | null) {
  const columns: Column<AlertFiring>[] = [
    {
      ...{ id: 'alert', label: 'Alert', isTitle: true },
      cell: (firing) => (
        <What firing={firing} name={nameOf(firing.coin_id)} isNamed={firing.firing_id === named} />
      ),
    },
    {
      ...{ id: 'at', label: 'When, UTC', isFigure: true },
      cell: (firing) => <When firing={firing} />,
    },
    {
      ...{ id: 'price', label: 'Price, USD', isFigure: true },
      cell: ({ price }) => <span className="figures">{formatPrice(price)}</span>,
    },
    {
      ...{ id: 'rests', label: 'Rests on' },
      cell: (firing) => (
        <span className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
          {firing.sources.join(', ') || '—'}
          {firingMarks(firing).map((mark) => (
            <Badge
              key={mark}
              tone={mark === 'simulated' ? 'quiet' : 'notice'}
              title={MARK_TITLES[mark]}
            >
              {mark}
            </Badge>
          ))}
        </span>
      ),
    },
  ];
  return columns;
}

function AlertFilter({ alertId }: { alertId: string | null }) {
  const { data = [] } = useAlertsQuery(undefined);
  const nameOf = useCoinName();
  const options = data.map((alert) => ({
    value: alert.alert_id,
    label: alertTitle(alert, nameOf),
  }));
  const isKnown = options.some(({ value }) => value === alertId);
  const own = alertId === null || isKnown ? [] : [{ value: alertId, label: 'One that is gone' }];
  return (
    <Choose
      label="Alert"
      options={[{ value: '', label: 'All' }, ...options, ...own]}
      value={alertId ?? ''}
      onChange={(value) => changeAddress({ alert: value === '' ? null : value })}
    />
  );
}

function Firings({ alertId }: { alertId: string | null }) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const nameOf = useCoinName();
  const named = useAddressPart('firing');
  const query = useFiringsQuery(
    { limit: PAGE, alertId: alertId ?? undefined, cursor: cursors.at(-1) },
    { ...WHILE_SEEN, pollingInterval: AGAIN_MS, refetchOnMountOrArgChange: true },
  );
  return (
    <Loaded query={query} what="The history" height="h-96">
      {({ items, next }) =>
        items.length === 0 && cursors.length === 0 ? (
          <div className="flex flex-col items-center gap-2 border-t border-line px-6 py-14 text-center">
            <History aria-hidden className="size-6 text-muted" />
            <p className="font-medium">Nothing has fired yet.</p>
            <p className="max-w-sm text-muted">
              What fires is listed here, with the price it rests on, also after it was found late.
            </p>
          </div>
        ) : (
          <DataTable
            caption="Alerts that fired, newest first"
            columns={columnsOf(nameOf, named)}
            rows={items}
            rowKey={({ firing_id }) => firing_id}
            foot={<PagesNav what="firings" cursors={cursors} next={next} onCursors={setCursors} />}
          />
        )
      }
    </Loaded>
  );
}

/** What fired, newest first; `?alert=` of the address names whose firings, `?firing=` one to point out. */
export function FiringsPanel() {
  const alertId = useAddressPart('alert');
  return (
    <Panel aria-label="History">
      <PanelHeader className="flex-wrap">
        <PanelTitle>History</PanelTitle>
        <AlertFilter alertId={alertId} />
      </PanelHeader>
      <Firings key={alertId} alertId={alertId} />
    </Panel>
  );
}

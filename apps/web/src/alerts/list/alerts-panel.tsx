'use client';

import type { Alert, AlertRequest } from '@tidemark/contracts/alert';
import { BellPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Choose } from '../../components/ui/choose.tsx';
import { DataTable } from '../../components/ui/data-table.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { useCoinName } from '../../sentiment/coin-names.ts';
import { useNow } from '../../sentiment/use-now.ts';
import { changeAddress, useAddressPart } from '../address.ts';
import { useAlertsQuery } from '../alerts-api.ts';
import { AlertDialog } from '../form/alert-dialog.tsx';
import { describedBy, type Described } from '../form/alert-values.ts';
import { LineEntry } from '../line/line-entry.tsx';
import { alertColumns } from './alert-columns.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ExportButton } from './export-button.tsx';
import { ImportButton } from './import-button.tsx';
import { useAlertChanges } from './use-alert-changes.ts';

/** States change as prices do. */
const AGAIN_MS = 15_000;

/** What the form is opened for. */
type Opened = { alert: Alert } | { start: Described | undefined } | null;

function Empty() {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <BellPlus aria-hidden className="size-6 text-muted" />
      <p className="font-medium">You have no alerts yet.</p>
      <p className="max-w-sm text-muted">
        Write one in a line above, or press “New alert” for all that can be said of one. The form
        tells how often it would have fired until now.
      </p>
    </div>
  );
}

/** Coins that alerts name, for a filter. */
function coinsOf(alerts: readonly Alert[]): string[] {
  return [...new Set(alerts.flatMap(({ coins }) => coins ?? []))];
}

function CoinFilter({ alerts, coin }: { alerts: readonly Alert[]; coin: string | null }) {
  const nameOf = useCoinName();
  const coins = coinsOf(alerts);
  const known = coin === null || coins.includes(coin) ? coins : [...coins, coin];
  if (known.length === 0) return null;
  const options = known
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  return (
    <Choose
      label="Coin"
      options={[{ value: '', label: 'All' }, ...options]}
      value={coin ?? ''}
      onChange={(value) => changeAddress({ coin: value === '' ? null : value })}
    />
  );
}

interface ListProps {
  alerts: readonly Alert[];
  onOpen: (opened: Opened) => void;
}

function List({ alerts, onOpen }: ListProps) {
  const coin = useAddressPart('coin');
  const nameOf = useCoinName();
  const now = useNow(AGAIN_MS);
  const changes = useAlertChanges();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const shown = alerts.filter(
    ({ coins }) => coin === null || coins === null || coins.includes(coin),
  );
  const chosen = shown.filter(({ alert_id }) => ids.has(alert_id));
  if (alerts.length === 0) return <Empty />;
  const columns = alertColumns({
    ...{ nameOf, now, changes },
    isChosen: ({ alert_id }) => ids.has(alert_id),
    onChoose: ({ alert_id }, isChosen) => {
      const next = new Set(ids);
      if (isChosen) next.add(alert_id);
      else next.delete(alert_id);
      setIds(next);
    },
    onEdit: (alert) => onOpen({ alert }),
    onDuplicate: (alert) => onOpen({ start: describedBy(alert) }),
  });
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pb-3">
        <BulkBar
          shown={shown.length}
          chosen={chosen}
          changes={changes}
          onChooseAll={(all) => setIds(new Set(all ? shown.map(({ alert_id }) => alert_id) : []))}
        />
        <CoinFilter alerts={alerts} coin={coin} />
      </div>
      {shown.length === 0 ? (
        <p className="border-t border-line px-4 py-12 text-center text-muted">No alert fits.</p>
      ) : (
        <DataTable
          caption="Your alerts"
          columns={columns}
          rows={shown}
          rowKey={({ alert_id }) => alert_id}
        />
      )}
    </>
  );
}

/** The alerts of whoever is signed in, with the ways to set new ones. */
export function AlertsPanel() {
  const query = useAlertsQuery(undefined, {
    ...WHILE_SEEN,
    pollingInterval: AGAIN_MS,
    refetchOnMountOrArgChange: 5,
  });
  const [opened, setOpened] = useState<Opened>(null);
  const change = (request: AlertRequest) => setOpened({ start: request });
  return (
    <div className="flex min-w-0 flex-col gap-3 md:gap-4">
      <LineEntry onChange={change} />
      <Panel aria-label="Your alerts">
        <PanelHeader className="flex-wrap">
          <PanelTitle>Your alerts</PanelTitle>
          <span className="flex flex-wrap gap-2">
            <ImportButton />
            <ExportButton />
            <Button variant="accent" onClick={() => setOpened({ start: undefined })}>
              <Plus aria-hidden className="size-3.5" />
              New alert
            </Button>
          </span>
        </PanelHeader>
        <Loaded query={query} what="Your alerts" height="h-72">
          {(alerts) => <List alerts={alerts} onOpen={setOpened} />}
        </Loaded>
      </Panel>
      <AlertDialog
        open={opened !== null}
        onClose={() => setOpened(null)}
        alert={opened !== null && 'alert' in opened ? opened.alert : null}
        start={opened !== null && 'start' in opened ? opened.start : undefined}
      />
    </div>
  );
}

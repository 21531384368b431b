'use client';

import { Suspense, type ComponentType } from 'react';
import { SignedInOnly } from '../account/signed-in-only.tsx';
import { apiUrl } from '../api/api.config.ts';
import { Skeleton } from '../components/ui/loaded.tsx';
import { PanelBoundary } from '../components/ui/panel-boundary.tsx';
import { Tabs } from '../components/ui/tabs.tsx';
import { ALERTS_TABS, changeAddress, useTab, type AlertsTab } from './address.ts';
import { ChannelsPanel } from './channels/channels-panel.tsx';
import { DeliveriesPanel } from './delivery/deliveries-panel.tsx';
import { FiringsPanel } from './history/firings-panel.tsx';
import { AlertsPanel } from './list/alerts-panel.tsx';

const PANELS: Readonly<Record<AlertsTab, ComponentType>> = {
  alerts: AlertsPanel,
  history: FiringsPanel,
  delivery: DeliveriesPanel,
  channels: ChannelsPanel,
};

function Waiting() {
  return (
    <div className="flex flex-col gap-3 md:gap-4">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-32 w-full rounded-xl" />
      <Skeleton className="h-72 w-full rounded-xl" />
    </div>
  );
}

function Views() {
  const tab = useTab();
  const Shown = PANELS[tab];
  return (
    <Tabs
      label="Views of alerts"
      tabs={ALERTS_TABS}
      value={tab}
      onChange={(next) =>
        changeAddress({ tab: next, coin: null, alert: null, firing: null, channel: null })
      }
    >
      <PanelBoundary title="This view failed to draw." key={tab}>
        <Shown />
      </PanelBoundary>
    </Tabs>
  );
}

/** What somebody wants to be told of prices, when that came true, and where it is sent. */
export function AlertsPage() {
  return (
    <div className="mx-auto flex max-w-[72rem] flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-lg font-semibold tracking-tight">Alerts</h1>
        <a href={apiUrl('/api/docs')} className="py-1 text-xs text-accent hover:underline">
          Alerts in the API docs
        </a>
      </div>
      <Suspense fallback={<Waiting />}>
        <SignedInOnly waiting={<Waiting />}>{(user) => <Views key={user.user_id} />}</SignedInOnly>
      </Suspense>
    </div>
  );
}

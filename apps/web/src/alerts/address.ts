'use client';

import { useSearchParams } from 'next/navigation';
import type { Option } from '../components/ui/choice.tsx';

export type AlertsTab = 'alerts' | 'history' | 'delivery' | 'channels';

/** Views of the page, as the address names them. */
export const ALERTS_TABS: readonly Option<AlertsTab>[] = [
  { value: 'alerts', label: 'Alerts' },
  { value: 'history', label: 'History' },
  { value: 'delivery', label: 'Delivery' },
  { value: 'channels', label: 'Channels' },
];

/** What the address of the page says: `/alerts/?tab=history&alert=…`. */
type AddressPart =
  | 'tab'
  /** A coin whose alerts are shown. */
  | 'coin'
  /** An alert whose firings are shown. */
  | 'alert'
  /** A firing to show: where messages lead. */
  | 'firing'
  /** A channel: what was sent to it is shown. */
  | 'channel';

/** Null: the address does not say. */
export function useAddressPart(part: AddressPart): string | null {
  return useSearchParams().get(part);
}

/** The view of the address: the one that it names, the history where it names a firing, else the alerts. */
export function useTab(): AlertsTab {
  const named = useAddressPart('tab');
  const isOfFiring = useAddressPart('firing') !== null;
  const tab = ALERTS_TABS.find(({ value }) => value === named)?.value;
  return tab ?? (isOfFiring ? 'history' : 'alerts');
}

/** Changes the address, as a step that Back undoes; the router hears of it by itself. Null takes a part away. */
export function changeAddress(change: Readonly<Partial<Record<AddressPart, string | null>>>): void {
  const address = new URL(window.location.href);
  for (const [part, value] of Object.entries(change)) {
    if (value === null) address.searchParams.delete(part);
    else address.searchParams.set(part, value);
  }
  if (address.href !== window.location.href) window.history.pushState(null, '', address.href);
}

'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { pathHere } from '../account/path-here.ts';
import { withReturn } from '../account/return-path.ts';
import { useSession } from '../account/session/use-session.ts';
import { useAppStore } from '../store/store-provider.tsx';

/** The form is loaded when it is asked for: the dashboard does without it. */
const AlertDialog = dynamic(
  () => import('./form/alert-dialog.tsx').then((module) => module.AlertDialog),
  { ssr: false },
);

/** A price as somebody would type it, with six digits that count. */
function typedPrice(price: number): string {
  return price.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 6 });
}

interface AlertAtPrice {
  /** It is not known yet who is there. */
  isWaiting: boolean;
  /** Opens the form with the coin and the price that it has now; without a session it leads to signing in. */
  open: () => void;
  /** To be drawn somewhere. */
  dialog: ReactNode;
}

/** The form for an alert at the price that a coin has. */
export function useAlertAtPrice(coinId: string): AlertAtPrice {
  const router = useRouter();
  const store = useAppStore();
  const { status } = useSession();
  const [bound, setBound] = useState<string | null>(null);
  function open() {
    const price = store.getState().prices.byCoin[coinId]?.price;
    if (status === 'signed_out') router.push(withReturn('/login/', pathHere()));
    if (status === 'signed_in') setBound(price === undefined ? '' : typedPrice(price));
  }
  return {
    isWaiting: status !== 'signed_in' && status !== 'signed_out',
    open,
    dialog: bound !== null && (
      <AlertDialog
        open
        onClose={() => setBound(null)}
        alert={null}
        start={{ coins: [coinId], bound }}
      />
    ),
  };
}

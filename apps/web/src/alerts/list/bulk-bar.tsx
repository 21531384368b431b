'use client';

import type { Alert } from '@tidemark/contracts/alert';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Confirm } from '../../components/ui/confirm.tsx';
import { Check } from '../form/check.tsx';
import type { AlertChanges } from './use-alert-changes.ts';

interface BulkBarProps {
  shown: number;
  chosen: readonly Alert[];
  changes: AlertChanges;
  onChooseAll: (all: boolean) => void;
}

/** What can be done with several alerts at once. */
export function BulkBar({ shown, chosen, changes, onChooseAll }: BulkBarProps) {
  const [busy, setBusy] = useState(false);
  const none = chosen.length === 0;
  const count = chosen.length === 1 ? 'alert' : `${chosen.length} alerts`;
  async function turn(is_on: boolean) {
    setBusy(true);
    await changes.change(
      chosen.filter((alert) => alert.is_on !== is_on),
      { is_on },
    );
    setBusy(false);
  }
  return (
    <div
      role="group"
      aria-label="Chosen alerts"
      className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-2"
    >
      <Check
        label={none ? 'Choose all' : `${chosen.length} of ${shown} chosen`}
        checked={!none && chosen.length === shown}
        onChange={onChooseAll}
      />
      {!none && (
        <span className="flex flex-wrap gap-2">
          <Button disabled={busy} onClick={() => void turn(true)}>
            Turn on
          </Button>
          <Button disabled={busy} onClick={() => void turn(false)}>
            Turn off
          </Button>
          <Confirm
            trigger={
              <Button variant="danger" disabled={busy}>
                Delete
              </Button>
            }
            title={`Delete ${chosen.length === 1 ? 'this alert' : count}?`}
            action="Delete"
            acting="Deleting…"
            onConfirm={async () => {
              const why = await changes.remove(chosen);
              if (why === null) onChooseAll(false);
              return why;
            }}
          >
            They do not fire any more, and cannot be brought back.
          </Confirm>
        </span>
      )}
    </div>
  );
}

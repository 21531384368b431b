'use client';

import type { AlertsFile } from '@tidemark/contracts/alert';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useSend, whyNot } from '../../account/use-send.ts';
import type { ApiError } from '../../api/api-error.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { say } from '../../components/ui/toasts.ts';
import { alertsApi } from '../alerts-api.ts';
import { readAlertsFile, rowFaults, type RowFault } from './read-alerts-file.ts';

const SHOWN = 20;

const countOf = (count: number) => (count === 1 ? '1 alert' : `${count} alerts`);

/** Alerts of the file that were refused, with the reason of each. */
function Faults({ faults }: { faults: readonly RowFault[] }) {
  return (
    <>
      <ul
        aria-label="Alerts that were refused"
        className="divide-y divide-line rounded-lg border border-line text-[0.8125rem]"
      >
        {faults.slice(0, SHOWN).map(({ row, field, reason }) => (
          <li key={`${row} ${field}`} className="flex gap-3 px-3 py-2">
            <span className="figures w-16 shrink-0 text-muted">alert {row}</span>
            <span className="min-w-0 break-words">
              {field !== '' && <b className="font-medium">{field} </b>}
              {reason}
            </span>
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && (
        <p className="text-xs text-muted">and {faults.length - SHOWN} others.</p>
      )}
    </>
  );
}

function ImportForm({ onDone }: { onDone: () => void }) {
  const [file, setFile] = useState<AlertsFile | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly RowFault[]>([]);
  const [busy, setBusy] = useState(false);
  const put = useSend(alertsApi.endpoints.importAlerts);

  async function choose(chosen: File | undefined) {
    if (chosen === undefined) return;
    const read = readAlertsFile(await chosen.text());
    setFile(read);
    setFaults([]);
    setFailure(read === null ? 'That is no file of alerts that Tidemark has exported.' : null);
  }
  async function run() {
    if (file === null) return;
    setBusy(true);
    const { data, error } = await put(file);
    setBusy(false);
    setFaults(error === undefined ? [] : rowFaults(error as ApiError));
    setFailure(whyNot({ error }));
    if (data === undefined) return;
    onDone();
    say(`${countOf(data.length)} imported.`);
  }
  return (
    <div className="flex flex-col gap-4">
      <label className="flex flex-col gap-1.5 text-[0.8125rem] font-medium">
        File
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
          className="rounded-md border border-field bg-background/60 p-2 font-normal file:mr-3 file:rounded file:border-0 file:bg-raised file:px-2.5 file:py-1 file:text-foreground"
        />
      </label>
      {failure !== null && (
        <p role="alert" className="text-[0.8125rem] text-down">
          Nothing was imported. {failure}
        </p>
      )}
      {faults.length > 0 && <Faults faults={faults} />}
      <div>
        <Button
          variant="accent"
          size="medium"
          disabled={busy || file === null || file.alerts.length === 0}
          onClick={() => void run()}
        >
          {busy ? 'Importing…' : `Import ${file === null ? '' : countOf(file.alerts.length)}`}
        </Button>
      </div>
    </div>
  );
}

/** Adds the alerts of a file to those that are there: all of them, or none. */
export function ImportButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Upload aria-hidden className="size-3.5" />
        Import
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Import alerts"
        lead="They are added to yours. Channels are not in such a file."
      >
        <ImportForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

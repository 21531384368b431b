'use client';

import type { AlertsFile } from '@tidemark/contracts/alert';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useSend, whyNot } from '../../account/use-send.ts';
import { Button } from '../../components/ui/button.tsx';
import { say } from '../../components/ui/toasts.ts';
import { saveFile } from '../../api/save-file.ts';
import { alertsApi } from '../alerts-api.ts';

function saveAlerts(file: AlertsFile): void {
  const text = `${JSON.stringify(file, null, 2)}\n`;
  saveFile(new Blob([text], { type: 'application/json' }), 'tidemark-alerts.json');
}

/** Saves all alerts as a file that can be imported, here or elsewhere. */
export function ExportButton() {
  const ask = useSend(alertsApi.endpoints.exportAlerts);
  const [busy, setBusy] = useState(false);
  async function run() {
    setBusy(true);
    const answer = await ask(undefined);
    setBusy(false);
    const why = whyNot(answer);
    if (why !== null) say(`Not saved. ${why}`, { tone: 'fault' });
    else if (answer.data !== undefined) saveAlerts(answer.data);
  }
  return (
    <Button disabled={busy} onClick={() => void run()}>
      <Download aria-hidden className="size-3.5" />
      Export
      <span className="sr-only"> all alerts, download</span>
    </Button>
  );
}

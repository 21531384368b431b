'use client';

import type { Alert, AlertChange } from '@tidemark/contracts/alert';
import { useState } from 'react';
import { useSend, whyNot } from '../../account/use-send.ts';
import { say } from '../../components/ui/toasts.ts';
import { createTaskLimit } from '../../market/task-limit.ts';
import { alertsApi } from '../alerts-api.ts';

const AT_ONCE = 4;

/** What can be done with alerts of a list; what was not done is said. */
export function useAlertChanges() {
  const change = useSend(alertsApi.endpoints.changeAlert);
  const remove = useSend(alertsApi.endpoints.deleteAlert);
  const [limit] = useState(() => createTaskLimit(AT_ONCE));

  /** Does the same with each. @returns why it was not done with some; null: it was with all */
  async function each(
    alerts: readonly Alert[],
    send: (alert: Alert) => Promise<{ error?: unknown }>,
  ): Promise<string | null> {
    const answers = await Promise.all(alerts.map(async (alert) => limit(async () => send(alert))));
    const reasons = answers.map(whyNot).filter((why) => why !== null);
    if (reasons.length === 0) return null;
    const of = alerts.length === 1 ? '' : `${reasons.length} of ${alerts.length}: `;
    return `${of}${reasons[0] ?? ''}`;
  }
  return {
    change: async (alerts: readonly Alert[], wish: AlertChange) => {
      const why = await each(alerts, (alert) => change({ alert, change: wish }));
      if (why !== null) say(`Not changed. ${why}`, { tone: 'fault' });
    },
    remove: (alerts: readonly Alert[]) => each(alerts, remove),
  };
}

export type AlertChanges = ReturnType<typeof useAlertChanges>;

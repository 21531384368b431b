'use client';

import { BellRing } from 'lucide-react';
import { useState } from 'react';
import type { NewAlertChannel } from '@tidemark/contracts/alert-channel';
import { describeAgent } from '../../account/profile/describe-agent.ts';
import { useSend, whyNot } from '../../account/use-send.ts';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { useAppDispatch } from '../../store/store-provider.tsx';
import { channelsApi } from './channels-api.ts';
import { subscribeHere, whyNoPush } from './push.ts';

/** Has the browser ask whether it may be sent notifications, at a press and not before. */
export function PushForm({ onMade }: { onMade: (channel: NewAlertChannel) => void }) {
  const dispatch = useAppDispatch();
  const create = useSend(channelsApi.endpoints.createChannel);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const obstacle = whyNoPush();

  async function add(): Promise<string | null> {
    const asked = channelsApi.endpoints.pushKey.initiate(undefined, { subscribe: false });
    const { data: key, error } = await dispatch(asked);
    if (key === undefined) return whyNot({ error });
    try {
      const settings = await subscribeHere(key.public_key);
      const name = describeAgent(navigator.userAgent);
      const answer = await create({ kind: 'push', name, settings });
      if (answer.data !== undefined) onMade(answer.data);
      return whyNot(answer);
    } catch (fault) {
      return fault instanceof Error ? fault.message : 'The browser refused.';
    }
  }
  async function press() {
    setBusy(true);
    const why = await add();
    setBusy(false);
    setFailure(why);
  }
  if (obstacle !== null) {
    return (
      <Notice tone="notice" role="status">
        {obstacle}
      </Notice>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-[0.8125rem] text-muted">
        Alerts are shown by this browser, also while no page of Tidemark is open. It asks you first.
      </p>
      <Button variant="accent" size="medium" disabled={busy} onClick={() => void press()}>
        <BellRing aria-hidden className="size-4" />
        {busy ? 'Asking…' : 'Allow notifications'}
      </Button>
      {failure !== null && (
        <p role="alert" className="text-[0.8125rem] text-down">
          Not added. {failure}
        </p>
      )}
    </div>
  );
}

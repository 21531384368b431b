'use client';

import type { NewAlertChannel } from '@tidemark/contracts/alert-channel';
import { Plus, Send } from 'lucide-react';
import { useState } from 'react';
import { ShownOnce } from '../../account/profile/shown-once.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { say } from '../../components/ui/toasts.ts';
import { ChannelForm } from './channel-form.tsx';
import { ChannelRow } from './channel-row.tsx';
import { useChannelsQuery } from './channels-api.ts';

function Empty() {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <Send aria-hidden className="size-6 text-muted" />
      <p className="font-medium">You have no channels yet.</p>
      <p className="max-w-sm text-muted">
        Alerts are told in the app. Add a channel to have them sent to this browser, by mail, to a
        webhook or to Telegram as well, and name it in an alert.
      </p>
    </div>
  );
}

interface SecretProps {
  channel: NewAlertChannel;
  secret: string;
  onDone: () => void;
}

function Secret({ channel, secret, onDone }: SecretProps) {
  return (
    <div className="px-4 pb-4">
      <ShownOnce
        title={`What “${channel.name}” is signed with`}
        what="webhook secret"
        text={secret}
        onDone={onDone}
      >
        Copy it now: it is not shown again. The receiver checks <code>webhook-signature</code> with
        it, as Standard Webhooks has it.
      </ShownOnce>
    </div>
  );
}

/** Where alerts are sent beside the list in the app. */
export function ChannelsPanel() {
  const query = useChannelsQuery(undefined, { refetchOnMountOrArgChange: 30 });
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<NewAlertChannel | null>(null);
  function onMade(channel: NewAlertChannel) {
    setAdding(false);
    setMade(channel);
    say(`The channel “${channel.name}” is added. Test it.`);
  }
  return (
    <Panel aria-label="Channels">
      <PanelHeader>
        <PanelTitle>Channels</PanelTitle>
        <Button variant="accent" onClick={() => setAdding(true)}>
          <Plus aria-hidden className="size-3.5" />
          Add a channel
        </Button>
      </PanelHeader>
      {made !== null && made.secret !== null && (
        <Secret channel={made} secret={made.secret} onDone={() => setMade(null)} />
      )}
      <Loaded query={query} what="Your channels" height="h-48">
        {(channels) =>
          channels.length === 0 ? (
            <Empty />
          ) : (
            <ul className="border-t border-line">
              {channels.map((channel) => (
                <ChannelRow key={channel.channel_id} channel={channel} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog open={isAdding} onClose={() => setAdding(false)} title="Add a channel">
        <ChannelForm onMade={onMade} onCancel={() => setAdding(false)} />
      </Dialog>
    </Panel>
  );
}

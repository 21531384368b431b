'use client';

import type { AlertChannel } from '@tidemark/contracts/alert-channel';
import type { AlertChannelTest } from '@tidemark/contracts/alert-delivery';
import { CircleCheck, CircleX, Ellipsis, ListTree, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSend, whyNot } from '../../account/use-send.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Confirm } from '../../components/ui/confirm.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../components/ui/menu.tsx';
import { formatMomentUtc } from '../../format/time.ts';
import { NameDialog } from '../../components/form/name-dialog.tsx';
import { changeAddress } from '../address.ts';
import { channelsApi } from './channels-api.ts';
import { kindName } from './kinds.ts';

type Tested = Pick<AlertChannelTest, 'ok' | 'answer'>;

/** How a test ended, with what the other side said. */
function TestAnswer({ ok, answer }: Tested) {
  const Icon = ok ? CircleCheck : CircleX;
  return (
    <p role="status" className="flex items-start gap-2 text-[0.8125rem]">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ok ? 'text-up' : 'text-down'}`} />
      <span className="min-w-0 break-words">
        {ok ? 'It was taken: ' : 'It was not taken: '}
        {answer}
      </span>
    </p>
  );
}

function RowMenu({ channel }: { channel: AlertChannel }) {
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const rename = useSend(channelsApi.endpoints.renameChannel);
  const remove = useSend(channelsApi.endpoints.deleteChannel);
  const { channel_id: channelId, name } = channel;
  const shut = () => setOpen(null);
  return (
    <>
      <Menu modal={false}>
        <MenuTrigger
          aria-label={`More for ${name}`}
          className="flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-foreground"
        >
          <Ellipsis aria-hidden className="size-4" />
        </MenuTrigger>
        <MenuContent>
          <MenuItem onSelect={() => changeAddress({ tab: 'delivery', channel: channelId })}>
            <ListTree aria-hidden className="size-4" />
            What was sent
          </MenuItem>
          <MenuItem onSelect={() => setOpen('rename')}>
            <Pencil aria-hidden className="size-4" />
            Rename
          </MenuItem>
          <MenuItem onSelect={() => setOpen('delete')}>
            <Trash2 aria-hidden className="size-4" />
            Delete
          </MenuItem>
        </MenuContent>
      </Menu>
      <NameDialog
        open={open === 'rename'}
        onClose={shut}
        title="Rename this channel"
        name={name}
        action="Rename"
        acting="Renaming…"
        send={(next) => rename({ channelId, name: next })}
      />
      <Confirm
        open={open === 'delete'}
        onOpenChange={shut}
        title={`Delete the channel “${name}”?`}
        action="Delete"
        acting="Deleting…"
        onConfirm={async () => whyNot(await remove(channelId))}
      >
        Nothing is sent to it any more. Alerts that were sent there are still told in the app.
      </Confirm>
    </>
  );
}

/** One channel: where it leads, and whether it works. */
export function ChannelRow({ channel }: { channel: AlertChannel }) {
  const { channel_id: id, kind, name, to, gone_at: gone } = channel;
  const test = useSend(channelsApi.endpoints.testChannel);
  const [busy, setBusy] = useState(false);
  const [tested, setTested] = useState<Tested | null>(null);
  async function run() {
    setBusy(true);
    setTested(null);
    const { data, error } = await test(id);
    setBusy(false);
    setTested(data ?? { ok: false, answer: whyNot({ error }) ?? '' });
  }
  return (
    <li className="flex flex-col gap-2 border-t border-line px-4 py-3 first:border-t-0">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 font-medium">
            <span className="min-w-0 break-words">{name}</span>
            <Badge>{kindName(kind)}</Badge>
            {gone !== null && <Badge tone="down">Gone</Badge>}
          </p>
          <p className="text-xs break-words text-muted">
            {to}
            {gone !== null &&
              `. The other side said on ${formatMomentUtc(gone)} UTC that it is no more: nothing is sent to it until a test succeeds.`}
          </p>
        </div>
        <Button disabled={busy} onClick={() => void run()}>
          {busy ? 'Testing…' : 'Test'}
          <span className="sr-only"> {name}</span>
        </Button>
        <RowMenu channel={channel} />
      </div>
      {tested !== null && <TestAnswer {...tested} />}
    </li>
  );
}

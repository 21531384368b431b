'use client';

import type { Alert } from '@tidemark/contracts/alert';
import { BellOff, BellRing, Copy, Ellipsis, History, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Confirm } from '../../components/ui/confirm.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../components/ui/menu.tsx';
import { changeAddress } from '../address.ts';
import { MUTED_FOR_GOOD } from './alert-state.tsx';
import type { AlertChanges } from './use-alert-changes.ts';

const HOUR_MS = 3_600_000;
const MUTES = [
  { label: 'Mute for 1 h', hours: 1 },
  { label: 'Mute for 8 h', hours: 8 },
  { label: 'Mute until I say', hours: null },
] as const;

interface RowMenuProps {
  alert: Alert;
  /** What it is called here. */
  title: string;
  isMuted: boolean;
  changes: AlertChanges;
  onEdit: () => void;
  onDuplicate: () => void;
}

function Mutes({ alert, isMuted, changes }: Pick<RowMenuProps, 'alert' | 'isMuted' | 'changes'>) {
  const mute = (until: number | null) => void changes.change([alert], { muted_until: until });
  if (isMuted) {
    return (
      <MenuItem onSelect={() => mute(null)}>
        <BellRing aria-hidden className="size-4" />
        Send again
      </MenuItem>
    );
  }
  return MUTES.map(({ label, hours }) => (
    <MenuItem
      key={label}
      onSelect={() => mute(hours === null ? MUTED_FOR_GOOD : Date.now() + hours * HOUR_MS)}
    >
      <BellOff aria-hidden className="size-4" />
      {label}
    </MenuItem>
  ));
}

/** What can be done with one alert. */
export function RowMenu(props: RowMenuProps) {
  const { alert, title, changes, onEdit, onDuplicate } = props;
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <Menu modal={false}>
        <MenuTrigger
          aria-label={`More for ${title}`}
          className="flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-foreground"
        >
          <Ellipsis aria-hidden className="size-4" />
        </MenuTrigger>
        <MenuContent>
          <MenuItem onSelect={onEdit}>
            <Pencil aria-hidden className="size-4" />
            Change
          </MenuItem>
          <MenuItem onSelect={onDuplicate}>
            <Copy aria-hidden className="size-4" />
            Duplicate
          </MenuItem>
          <Mutes {...props} />
          <MenuItem onSelect={() => changeAddress({ tab: 'history', alert: alert.alert_id })}>
            <History aria-hidden className="size-4" />
            When it fired
          </MenuItem>
          <MenuItem onSelect={() => setDeleting(true)}>
            <Trash2 aria-hidden className="size-4" />
            Delete
          </MenuItem>
        </MenuContent>
      </Menu>
      <Confirm
        open={isDeleting}
        onOpenChange={setDeleting}
        title={`Delete “${title}”?`}
        action="Delete"
        acting="Deleting…"
        onConfirm={() => changes.remove([alert])}
      >
        It does not fire any more, and cannot be brought back. Switched off, it would stay here.
      </Confirm>
    </>
  );
}

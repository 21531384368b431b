'use client';

import type { Coin } from '@tidemark/contracts/coin';
import {
  ArrowDown,
  ArrowUp,
  BellPlus,
  Ellipsis,
  GripVertical,
  StickyNote,
  Trash2,
} from 'lucide-react';
import Link from 'next/link';
import { useState, type KeyboardEvent } from 'react';
import { useAlertAtPrice } from '../alerts/alert-at-price.tsx';
import { AlertButton } from '../alerts/alert-button.tsx';
import { cn } from '../components/ui/class-names.ts';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../components/ui/menu.tsx';
import { Sparkline } from '../market/sparkline.tsx';
import { directionOf } from '../format/percent.ts';
import { Change } from '../market/change.tsx';
import { LivePrice } from '../market/live-price.tsx';
import { isStale } from '../market/prices-slice.ts';
import { QualityBadge } from '../market/quality-badge.tsx';
import { useAppSelector } from '../store/store-provider.tsx';
import { NoteForm } from './coin-note.tsx';
import type { DragOrder } from './use-drag-order.ts';

export interface WatchedRowProps {
  /** Without name and ticker where the market does not list it any more. */
  coin: Pick<Coin, 'coin_id'> & Partial<Coin>;
  note: string | null;
  isFirst: boolean;
  isLast: boolean;
  handle: ReturnType<DragOrder['handleProps']>;
  /** How far it stands from its place while a row is dragged; null: none is. */
  shift: number | null;
  dragged: boolean;
  onStep: (step: 1 | -1) => void;
  onNote: (note: string | null) => void;
  onRemove: () => void;
}

const STEPS: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

function Handle({
  name,
  handle,
  onStep,
}: { name: string } & Pick<WatchedRowProps, 'handle' | 'onStep'>) {
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onStep(step);
  }
  return (
    <button
      type="button"
      data-handle
      aria-label={`Move ${name}: drag, or press the up and down arrow keys`}
      onKeyDown={onKeyDown}
      {...handle}
      className="flex h-10 w-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:text-foreground active:cursor-grabbing"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
}

function RowMenu(props: WatchedRowProps & { name: string; onWrite: () => void }) {
  const { coin, name, note, isFirst, isLast, onStep, onRemove, onWrite } = props;
  const atPrice = useAlertAtPrice(coin.coin_id);
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
          {/* Where there is no room for its button. */}
          <MenuItem onSelect={atPrice.open} className="sm:hidden">
            <BellPlus aria-hidden className="size-4" />
            Alert at this price
          </MenuItem>
          <MenuItem onSelect={onWrite}>
            <StickyNote aria-hidden className="size-4" />
            {note === null ? 'Add a note' : 'Change the note'}
          </MenuItem>
          {!isFirst && (
            <MenuItem onSelect={() => onStep(-1)}>
              <ArrowUp aria-hidden className="size-4" />
              Move up
            </MenuItem>
          )}
          {!isLast && (
            <MenuItem onSelect={() => onStep(1)}>
              <ArrowDown aria-hidden className="size-4" />
              Move down
            </MenuItem>
          )}
          <MenuItem onSelect={onRemove}>
            <Trash2 aria-hidden className="size-4" />
            Remove from this list
          </MenuItem>
        </MenuContent>
      </Menu>
      {atPrice.dialog}
    </>
  );
}

function Figures({ coinId }: { coinId: string }) {
  const tick = useAppSelector((state) => state.prices.byCoin[coinId]);
  const stale = useAppSelector((state) => isStale(state.prices, coinId));
  return (
    <>
      <span className="hidden w-32 shrink-0 sm:block">
        <Sparkline coinId={coinId} direction={stale ? null : directionOf(tick?.change_24h_pct)} />
      </span>
      <span className="flex w-24 shrink-0 flex-col items-end sm:w-56 sm:flex-row sm:items-baseline sm:justify-end sm:gap-3">
        <LivePrice price={tick?.price} stale={stale} label="Price in US dollars" />
        <Change
          percent={tick?.change_24h_pct}
          stale={stale}
          className="justify-end text-xs sm:w-20 sm:text-sm"
        />
      </span>
    </>
  );
}

function Name({ coin, note }: Pick<WatchedRowProps, 'coin' | 'note'>) {
  const tick = useAppSelector((state) => state.prices.byCoin[coin.coin_id]);
  const stale = useAppSelector((state) => isStale(state.prices, coin.coin_id));
  return (
    <div className="min-w-0 flex-1 py-2">
      <p className="flex min-w-0 flex-col sm:flex-row sm:items-baseline sm:gap-x-2">
        <Link
          href={`/dashboard/?coin=${coin.coin_id}`}
          prefetch={false}
          className="max-w-full truncate font-medium hover:text-accent"
        >
          {coin.name ?? coin.coin_id}
        </Link>
        <span className="flex items-center gap-1.5 text-xs text-muted">
          {coin.symbol ?? 'not listed any more'}
          <QualityBadge tick={tick} stale={stale} />
        </span>
      </p>
      {note !== null && (
        <p className="text-xs break-words whitespace-pre-line text-muted">{note}</p>
      )}
    </div>
  );
}

/** One coin of a watchlist with its live price. */
export function WatchedRow(props: WatchedRowProps) {
  const { coin, note, shift, dragged, onNote } = props;
  const [isWriting, setWriting] = useState(false);
  const name = coin.name ?? coin.coin_id;
  return (
    <li
      data-coin={coin.coin_id}
      style={shift === null ? undefined : { transform: `translateY(${shift}px)` }}
      className={cn(
        'border-t border-line first:border-t-0',
        shift !== null && !dragged && 'transition-transform',
        dragged && 'relative z-10 rounded-md bg-surface shadow-(--shadow)',
      )}
    >
      <div className="flex min-h-14 items-center gap-1 px-1 sm:gap-3 sm:px-3">
        <Handle name={name} handle={props.handle} onStep={props.onStep} />
        <Name coin={coin} note={isWriting ? null : note} />
        <Figures coinId={coin.coin_id} />
        <AlertButton coinId={coin.coin_id} name={name} className="size-9 max-sm:hidden" />
        <RowMenu {...props} name={name} onWrite={() => setWriting(true)} />
      </div>
      {isWriting && (
        <NoteForm
          coinName={name}
          note={note}
          onCancel={() => setWriting(false)}
          onSave={(text) => {
            setWriting(false);
            onNote(text);
          }}
        />
      )}
    </li>
  );
}

'use client';

import type { Watchlist } from '@tidemark/contracts/watchlist';
import { Ellipsis, Pencil, Plus, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { SignedInOnly } from '../account/signed-in-only.tsx';
import { useSend, whyNot } from '../account/use-send.ts';
import { Button } from '../components/ui/button.tsx';
import { Confirm } from '../components/ui/confirm.tsx';
import { Loaded, Skeleton } from '../components/ui/loaded.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../components/ui/menu.tsx';
import { Panel } from '../components/ui/panel.tsx';
import { Tabs } from '../components/ui/tabs.tsx';
import { say } from '../components/ui/toasts.ts';
import { AddCoin } from './add-coin.tsx';
import { NameDialog } from '../components/form/name-dialog.tsx';
import { WatchedCoins } from './watched-coins.tsx';
import { isIn } from './watched.ts';
import { useWatchlistsQuery } from './watchlist-api.ts';
import { coinChanges, watchlistChanges } from './watchlist-changes.ts';

/** Adds a coin to a list; null: to the first one, which is made where there is none. */
function useAdd(listId: string | null): (coinId: string) => void {
  const put = useSend(coinChanges.endpoints.watchCoin);
  return (coinId) => {
    void put({ listId, coinId }).then((answer) => {
      const why = whyNot(answer);
      if (why !== null) say(`Not added. ${why}`, { tone: 'fault' });
    });
  };
}

function ListMenu({ list, onDeleted }: { list: Watchlist; onDeleted: () => void }) {
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const change = useSend(watchlistChanges.endpoints.changeWatchlist);
  const remove = useSend(watchlistChanges.endpoints.deleteWatchlist);
  const shut = () => setOpen(null);
  return (
    <>
      <Menu modal={false}>
        <MenuTrigger
          aria-label={`More for the list ${list.name}`}
          className="flex size-10 shrink-0 items-center justify-center rounded-md border border-line-strong hover:bg-raised"
        >
          <Ellipsis aria-hidden className="size-4" />
        </MenuTrigger>
        <MenuContent>
          <MenuItem onSelect={() => setOpen('rename')}>
            <Pencil aria-hidden className="size-4" />
            Rename this list
          </MenuItem>
          <MenuItem onSelect={() => setOpen('delete')}>
            <Trash2 aria-hidden className="size-4" />
            Delete this list
          </MenuItem>
        </MenuContent>
      </Menu>
      <NameDialog
        open={open === 'rename'}
        onClose={shut}
        title="Rename this list"
        name={list.name}
        action="Rename"
        acting="Renaming…"
        send={(name) => change({ listId: list.watchlist_id, change: { name } })}
      />
      <Confirm
        open={open === 'delete'}
        onOpenChange={shut}
        title={`Delete “${list.name}”?`}
        action="Delete"
        acting="Deleting…"
        onConfirm={async () => {
          const why = whyNot(await remove(list));
          if (why === null) onDeleted();
          return why;
        }}
      >
        {list.coins.length === 0
          ? 'There is nothing in it.'
          : 'Its order and its notes go with it. The coins stay in your other lists.'}
      </Confirm>
    </>
  );
}

/** Says what to do where there is nothing yet. */
function Empty({ first }: { first: boolean }) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <Star aria-hidden className="size-6 text-muted" />
      <p className="font-medium">
        {first ? 'You do not watch any coin yet.' : 'There is no coin in this list yet.'}
      </p>
      <p className="max-w-sm text-muted">
        Search for one above{first && ', or press the star beside a coin wherever it is shown'}. Its
        price is live here, and you can write a note to it.
      </p>
    </div>
  );
}

interface ListViewProps {
  /** Undefined: there is none yet. */
  list: Watchlist | undefined;
  onDeleted: () => void;
  onMade: (list: Watchlist) => void;
}

function ListView({ list, onDeleted, onMade }: ListViewProps) {
  const add = useAdd(list?.watchlist_id || null);
  return (
    <Panel aria-label={list?.name ?? 'Watchlist'}>
      <div className="flex items-center gap-2 p-3">
        <AddCoin without={(coinId) => isIn(list, coinId)} onAdd={add} />
        {list !== undefined && (
          <div className="ml-auto flex gap-2">
            <NewList onMade={onMade} />
            <ListMenu list={list} onDeleted={onDeleted} />
          </div>
        )}
      </div>
      {list === undefined || list.coins.length === 0 ? (
        <Empty first={list === undefined} />
      ) : (
        <div className="border-t border-line">
          <WatchedCoins list={list} />
        </div>
      )}
    </Panel>
  );
}

function NewList({ onMade }: { onMade: (list: Watchlist) => void }) {
  const [open, setOpen] = useState(false);
  const create = useSend(watchlistChanges.endpoints.createWatchlist);
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        aria-label="New list"
        className="h-10 w-10 px-0 sm:w-auto sm:px-3"
      >
        <Plus aria-hidden className="size-4" />
        <span className="hidden sm:inline">New list</span>
      </Button>
      <NameDialog
        open={open}
        onClose={() => setOpen(false)}
        title="New watchlist"
        name=""
        action="Create list"
        acting="Creating…"
        send={(name) => create({ name })}
        onDone={onMade}
      />
    </>
  );
}

const nothing = () => undefined;
const NOTHING_YET = { onDeleted: nothing, onMade: nothing };

function Lists({ lists }: { lists: readonly Watchlist[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = lists.find((list) => list.watchlist_id === chosen) ?? lists[0];
  if (shown === undefined) return <ListView list={undefined} {...NOTHING_YET} />;
  const tabs = lists.map(({ watchlist_id, name }) => ({ value: watchlist_id, label: name }));
  return (
    <Tabs label="Your watchlists" tabs={tabs} value={shown.watchlist_id} onChange={setChosen}>
      <ListView
        // Not by its id, which the first list gets when somebody may be writing in it already.
        key={lists.indexOf(shown)}
        list={shown}
        onDeleted={() => setChosen(null)}
        onMade={(list) => setChosen(list.watchlist_id)}
      />
    </Tabs>
  );
}

/** Coins that a person wants to see together, in lists of their own. */
export function WatchlistPage() {
  return (
    <div className="mx-auto flex max-w-[60rem] flex-col gap-2">
      <h1 className="text-lg font-semibold tracking-tight">Watchlists</h1>
      <SignedInOnly waiting={<Skeleton className="h-96 w-full rounded-xl" />}>
        {() => <OwnLists />}
      </SignedInOnly>
    </div>
  );
}

function OwnLists() {
  const query = useWatchlistsQuery(undefined, { refetchOnMountOrArgChange: 30 });
  return (
    <Loaded query={query} what="Your watchlists" height="h-96">
      {(lists) => <Lists lists={lists} />}
    </Loaded>
  );
}

'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { ArchiveRestore, Download, Pencil, Plus, Settings2, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useSend, whyNot } from '../../account/use-send.ts';
import { button } from '../../components/ui/button.tsx';
import { Confirm } from '../../components/ui/confirm.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../components/ui/menu.tsx';
import { say } from '../../components/ui/toasts.ts';
import { changeAddress } from '../address.ts';
import { portfolioApi } from '../../portfolio-api/portfolio-api.ts';
import { download } from '../download/download.ts';
import { choosePortfolio } from '../frame/portfolio-chooser.tsx';
import { DeletedPortfolios } from './portfolios/deleted-portfolios.tsx';
import { PortfolioForm } from './portfolios/portfolio-form.tsx';

interface PortfolioDialogsProps {
  /** Null: the person has none that is not deleted. */
  portfolio: Portfolio | null;
}

type Open = 'new' | 'change' | 'delete' | 'deleted' | null;

const FILES = [
  { path: 'transactions.csv', label: 'Transactions' },
  { path: 'positions.csv', label: 'Positions' },
  { path: 'history.csv', label: 'Daily values' },
] as const;

async function save({ portfolio_id, name }: Portfolio, path: string): Promise<void> {
  const error = await download(`portfolio/${portfolio_id}/${path}`, `${name} ${path}`);
  if (error !== null) say(`The file could not be saved. ${error.message}`, { tone: 'fault' });
}

function Item(props: { icon: typeof Plus; onSelect: () => void; children: ReactNode }) {
  const Icon = props.icon;
  return (
    <MenuItem onSelect={props.onSelect}>
      <Icon aria-hidden className="size-4" />
      {props.children}
    </MenuItem>
  );
}

function ManageMenu({
  portfolio,
  onOpen,
}: PortfolioDialogsProps & { onOpen: (open: Open) => void }) {
  return (
    <Menu modal={false}>
      <MenuTrigger className={button()} aria-label="Manage portfolios">
        <Settings2 aria-hidden className="size-4" />
        <span className="max-sm:hidden">Manage</span>
      </MenuTrigger>
      <MenuContent className="w-60">
        <Item icon={Plus} onSelect={() => onOpen('new')}>
          New portfolio
        </Item>
        {portfolio !== null && (
          <>
            <Item icon={Pencil} onSelect={() => onOpen('change')}>
              Name and currency
            </Item>
            <Item icon={Trash2} onSelect={() => onOpen('delete')}>
              Delete
            </Item>
          </>
        )}
        <Item icon={ArchiveRestore} onSelect={() => onOpen('deleted')}>
          Deleted portfolios
        </Item>
        {portfolio !== null && (
          <div role="group" aria-label="Save as CSV" className="mt-1.5 border-t border-line pt-1.5">
            <p aria-hidden className="px-2.5 py-1 text-xs text-muted">
              Save as CSV
            </p>
            {FILES.map(({ path, label }) => (
              <Item key={path} icon={Download} onSelect={() => void save(portfolio, path)}>
                {label}
              </Item>
            ))}
          </div>
        )}
      </MenuContent>
    </Menu>
  );
}

function DeleteDialog({ portfolio, onClose }: { portfolio: Portfolio; onClose: () => void }) {
  const remove = useSend(portfolioApi.endpoints.deletePortfolio);
  const restore = useSend(portfolioApi.endpoints.restorePortfolio);
  const { portfolio_id: id, name } = portfolio;
  async function bringBack() {
    const why = whyNot(await restore(id));
    if (why === null) choosePortfolio(id);
    else say(`${name} is still deleted. ${why}`, { tone: 'fault' });
  }
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={`Delete “${name}”?`}
      action="Delete"
      acting="Deleting…"
      onConfirm={async () => {
        const why = whyNot(await remove(portfolio));
        if (why !== null) return why;
        changeAddress({ portfolio: null, transaction: null });
        say(`${name} is deleted.`, { action: { label: 'Undo', run: () => void bringBack() } });
        return null;
      }}
    >
      It is put away with all that is in it. You can bring it back under “Deleted portfolios”.
    </Confirm>
  );
}

/** What can be done with portfolios: make, rename, put away, bring back, save. Stands in the page's header. */
export function PortfolioDialogs({ portfolio }: PortfolioDialogsProps) {
  const [open, setOpen] = useState<Open>(null);
  const shut = () => setOpen(null);
  return (
    <>
      <ManageMenu portfolio={portfolio} onOpen={setOpen} />
      <Dialog open={open === 'new'} onClose={shut} title="New portfolio">
        <PortfolioForm
          portfolio={null}
          onCancel={shut}
          onDone={(made) => {
            shut();
            choosePortfolio(made.portfolio_id);
          }}
        />
      </Dialog>
      <Dialog open={open === 'change'} onClose={shut} title="Change the portfolio">
        <PortfolioForm portfolio={portfolio} onCancel={shut} onDone={shut} />
      </Dialog>
      <Dialog open={open === 'deleted'} onClose={shut} title="Deleted portfolios">
        <DeletedPortfolios onRestored={shut} />
      </Dialog>
      {open === 'delete' && portfolio !== null && (
        <DeleteDialog portfolio={portfolio} onClose={shut} />
      )}
    </>
  );
}

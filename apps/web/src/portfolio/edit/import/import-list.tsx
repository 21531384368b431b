'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { Import } from '@tidemark/contracts/portfolio-import';
import { useSend, whyNot } from '../../../account/use-send.ts';
import { Badge } from '../../../components/ui/badge.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Confirm } from '../../../components/ui/confirm.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../../components/ui/panel.tsx';
import { say } from '../../../components/ui/toasts.ts';
import { importsApi } from '../../../portfolio-api/imports-api.ts';
import { momentText } from '../../figures/day-text.ts';
import { useReading } from '../../figures/reading.tsx';
import { counted } from './counts.ts';
import { presetWords } from './preset-words.ts';
import { Progress } from './progress.tsx';

interface OneImportProps {
  portfolio: Portfolio;
  done: Import;
}

/** What an import came to: `412 transactions are in; 3 rows were there already.`. */
export function resultWords({ transactions, already_there }: Import): string {
  const there =
    already_there === 0 ? '' : `; ${counted(already_there, 'row was', 'rows were')} there already`;
  return `${counted(transactions, 'transaction is', 'transactions are')} in${there}.`;
}

/** Takes an import back, after asking. */
export function TakeBack({ portfolio, done }: OneImportProps) {
  const undo = useSend(importsApi.endpoints.undoImport);
  const { import_id: importId, transactions, edited } = done;
  return (
    <Confirm
      trigger={<Button>Take it back</Button>}
      title="Take this import back?"
      action="Take it back"
      acting="Taking it back…"
      onConfirm={async () => {
        const { portfolio_id: portfolioId } = portfolio;
        const why = whyNot(await undo({ portfolioId, importId }));
        if (why === null) say('The import is taken back.');
        return why;
      }}
    >
      {counted(transactions, 'transaction')} of it {transactions === 1 ? 'goes' : 'go'}
      {edited > 0 && `, ${counted(edited, 'one', 'of them')} changed since by you`}. Its files can
      be imported again.
    </Confirm>
  );
}

function Row({ portfolio, done }: OneImportProps) {
  const { locale } = useReading();
  const { state, undone_at, files } = done;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span className="min-w-0 break-all">{files.map(({ name }) => name).join(', ')}</span>
          {undone_at !== null && <Badge>taken back</Badge>}
          {state === 'failed' && <Badge tone="down">failed</Badge>}
        </p>
        <p className="text-xs break-words text-muted">
          {momentText(done.created_at, locale)} UTC · {presetsOf(done)}
        </p>
        {state === 'done' && <p className="text-xs text-muted">{resultWords(done)}</p>}
        {state === 'failed' && <p className="text-xs text-down">Nothing is in. {done.reason}</p>}
        {state === 'working' && (
          <Progress label="Importing" done={done.bytes_read} of={done.bytes} />
        )}
      </div>
      {state === 'done' && undone_at === null && <TakeBack portfolio={portfolio} done={done} />}
    </li>
  );
}

function presetsOf({ files }: Import): string {
  const names = files.map(({ preset }) =>
    preset === ''
      ? 'not read yet'
      : preset === 'mapped' || preset === 'generic'
        ? 'by its columns'
        : presetWords(preset),
  );
  return [...new Set(names)].join(' · ');
}

/** The imports of a portfolio, newest first. */
export function ImportList({
  portfolio,
  imports,
}: {
  portfolio: Portfolio;
  imports: readonly Import[];
}) {
  if (imports.length === 0) return null;
  return (
    <Panel aria-label="Imports until now">
      <PanelHeader>
        <PanelTitle>Imports until now</PanelTitle>
      </PanelHeader>
      <ul className="divide-y divide-line border-t border-line">
        {imports.map((done) => (
          <Row key={done.import_id} portfolio={portfolio} done={done} />
        ))}
      </ul>
    </Panel>
  );
}

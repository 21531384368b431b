'use client';

import type { LeadLag } from '@tidemark/contracts/sentiment';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { formatScore } from '../scores/score-words.ts';
import { useLeadLagQuery } from '../sentiment-api.ts';
import { LeadLagChart } from './lead-lag-chart.tsx';
import { lagWords } from './lag-words.ts';

type Lag = LeadLag['lags'][number];
const correlationText = (value: number | null) => (value === null ? '—' : formatScore(value));

const COLUMNS: readonly Column<Lag>[] = [
  {
    ...{ id: 'lag', label: 'Lag', isTitle: true },
    cell: ({ lag_hours }) => lagWords(lag_hours),
  },
  {
    ...{ id: 'correlation', label: 'Correlation', isFigure: true },
    cell: ({ correlation }) => <span className="figures">{correlationText(correlation)}</span>,
  },
  {
    ...{ id: 'interval', label: '95% interval', isFigure: true },
    cell: ({ low, high }) => (
      <span className="figures">
        {low === null || high === null ? '—' : `${formatScore(low)} to ${formatScore(high)}`}
      </span>
    ),
  },
  {
    ...{ id: 'samples', label: 'Hours', isFigure: true },
    cell: ({ samples }) => <span className="figures">{samples}</span>,
  },
];

function Body({ answer }: { answer: LeadLag }) {
  const [isTable, setIsTable] = useState(false);
  const isKnown = answer.lags.some(({ correlation }) => correlation !== null);
  return (
    <>
      <p className="px-4 pb-3 text-[0.8125rem]">{answer.verdict}</p>
      {isKnown && <LeadLagChart lags={answer.lags} />}
      <p className="px-4 pt-2 text-xs text-muted">
        Correlation of the score with hourly returns, last 30 days, with 95% intervals. That two
        things go together does not say that one makes the other.
      </p>
      <div className="px-4 pt-3">
        <Button aria-expanded={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? 'Hide the table' : 'Show as a table'}
        </Button>
      </div>
      {isTable && (
        <DataTable
          caption="Correlation of news and returns at each lag"
          columns={COLUMNS}
          rows={answer.lags}
          rowKey={({ lag_hours }) => String(lag_hours)}
          className="mt-3"
        />
      )}
    </>
  );
}

/** Whether a coin's news and its price go together, and which comes first. */
export function LeadLagPanel({ coin, name }: { coin: string; name: string }) {
  const query = useLeadLagQuery(coin, { refetchOnMountOrArgChange: 300 });
  return (
    <Panel aria-label="Lead and lag" className="pb-3">
      <PanelHeader>
        <PanelTitle>Does news of {name} lead its price?</PanelTitle>
      </PanelHeader>
      <Loaded query={{ ...query, data: query.currentData }} what="Lead and lag" height="h-40">
        {(answer) => <Body answer={answer} />}
      </Loaded>
    </Panel>
  );
}

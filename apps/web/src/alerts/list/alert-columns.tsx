import type { Alert } from '@tidemark/contracts/alert';
import { Checkbox } from '../../components/ui/checkbox.tsx';
import type { Column } from '../../components/ui/data-table.tsx';
import { Switch } from '../../components/ui/switch.tsx';
import { formatMomentUtc } from '../../format/time.ts';
import { coinsText } from '../coins-text.ts';
import { givenName } from '../alert-name.ts';
import { alertTitle, conditionText } from '../words.ts';
import { AlertState, muteText, STATUSES } from './alert-state.tsx';
import { RowMenu } from './row-menu.tsx';
import type { AlertChanges } from './use-alert-changes.ts';

interface ColumnParts {
  nameOf: (coinId: string) => string;
  now: number;
  changes: AlertChanges;
  isChosen: (alert: Alert) => boolean;
  onChoose: (alert: Alert, isChosen: boolean) => void;
  onEdit: (alert: Alert) => void;
  onDuplicate: (alert: Alert) => void;
}

function Title({ alert, parts }: { alert: Alert; parts: ColumnParts }) {
  const title = alertTitle(alert, parts.nameOf);
  const rule = givenName(alert) === null ? '' : `${conditionText(alert.condition)}; `;
  return (
    <span className="flex min-w-0 items-start gap-3">
      <Checkbox
        aria-label={`Choose ${title}`}
        checked={parts.isChosen(alert)}
        onChange={(event) => parts.onChoose(alert, event.currentTarget.checked)}
        className="mt-0.5"
      />
      <span className="min-w-0">
        <span className="block font-medium break-words">{title}</span>
        <span className="block text-xs break-words text-muted">
          {rule}
          {alert.recurring ? 'every time' : 'once'}
          {alert.expires_at !== null && `; until ${formatMomentUtc(alert.expires_at)} UTC`}
        </span>
        {alert.note !== null && (
          <span className="block text-xs break-words whitespace-pre-line text-muted">
            {alert.note}
          </span>
        )}
      </span>
    </span>
  );
}

/** Columns of the table of alerts. */
export function alertColumns(parts: ColumnParts): Column<Alert>[] {
  const { nameOf, now, changes } = parts;
  return [
    {
      ...{ id: 'alert', label: 'Alert', isTitle: true },
      cell: (alert) => <Title alert={alert} parts={parts} />,
      sortBy: (alert) => alertTitle(alert, nameOf),
      className: 'md:w-2/5',
    },
    {
      ...{ id: 'state', label: 'State' },
      cell: (alert) => <AlertState alert={alert} now={now} />,
      sortBy: ({ status }) => STATUSES[status].word,
    },
    {
      ...{ id: 'coins', label: 'Coins' },
      cell: ({ coins }) => (
        <span title={coins?.map(nameOf).join(', ')}>{coinsText(coins, nameOf)}</span>
      ),
      sortBy: ({ coins }) => coinsText(coins, nameOf),
    },
    {
      ...{ id: 'last', label: 'Last fired, UTC', isFigure: true },
      cell: ({ last_fired_at: at, fired }) =>
        at === null ? (
          <span className="text-muted">never</span>
        ) : (
          <span className="figures">
            <time dateTime={new Date(at).toISOString()}>{formatMomentUtc(at)}</time>
            {fired > 1 && <span className="block text-xs text-muted">{fired} times</span>}
          </span>
        ),
      sortBy: ({ last_fired_at: at }) => at,
    },
    {
      ...{ id: 'actions', label: 'On', isFigure: true, className: 'md:w-28' },
      cell: (alert) => (
        <span className="flex items-center gap-1 md:justify-end">
          <Switch
            label={`${alertTitle(alert, nameOf)} is on`}
            isLabelHidden
            checked={alert.is_on}
            onChange={(is_on) => void changes.change([alert], { is_on })}
          />
          <RowMenu
            alert={alert}
            title={alertTitle(alert, nameOf)}
            isMuted={muteText(alert.muted_until, now) !== null}
            changes={changes}
            onEdit={() => parts.onEdit(alert)}
            onDuplicate={() => parts.onDuplicate(alert)}
          />
        </span>
      ),
    },
  ];
}

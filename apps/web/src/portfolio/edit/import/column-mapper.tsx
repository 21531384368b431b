'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { useState } from 'react';
import { useSend, whyNot } from '../../../account/use-send.ts';
import { SelectField, type SelectOption } from '../../../components/form/select-field.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { importsApi, useMappingsQuery } from '../../../portfolio-api/imports-api.ts';
import { fitted, rolesOf, shapeOf, SHAPES, type Mapping } from './mapping-roles.ts';

interface ColumnMapperProps {
  portfolio: Portfolio;
  file: StagedFile;
}

const NO_COLUMN = { value: '', label: '—' };
const DATE_ORDERS: readonly SelectOption[] = [
  { value: '', label: 'As they read' },
  { value: 'DMY', label: 'Day, month, year' },
  { value: 'MDY', label: 'Month, day, year' },
  { value: 'YMD', label: 'Year, month, day' },
];

/** The file's columns, by what a mapping calls them. */
function columnOptions({ titles, columns }: StagedFile): SelectOption[] {
  return titles.flatMap((title, index) => {
    const value = columns[index] ?? '';
    return value === '' ? [] : [{ value, label: title }];
  });
}

interface KeptProps {
  portfolioId: string;
  onUse: (mapping: Mapping) => void;
}

/** Mappings that were kept, to begin with. */
function Kept({ portfolioId, onUse }: KeptProps) {
  const { data = [] } = useMappingsQuery(portfolioId);
  if (data.length === 0) return null;
  return (
    <SelectField
      name="kept"
      label="Begin with one that you kept"
      options={[NO_COLUMN, ...data.map(({ name }) => ({ value: name, label: name }))]}
      value=""
      onChange={(event) => {
        const kept = data.find(({ name }) => name === event.currentTarget.value);
        if (kept !== undefined) onUse(kept.mapping);
      }}
    />
  );
}

/** Lets a person say which column of a file is what, and has the file read again by that. */
export function ColumnMapper({ portfolio, file }: ColumnMapperProps) {
  const [mapping, setMapping] = useState<Mapping>(file.mapping ?? {});
  const [shape, setShape] = useState(() => shapeOf(file.mapping));
  const [failure, setFailure] = useState<string | null>(null);
  const change = useSend(importsApi.endpoints.changeStagedFile);
  const columns = columnOptions(file);
  const wanted = fitted(mapping, shape);
  const ids = { portfolioId: portfolio.portfolio_id, fileId: file.file_id };

  const begin = (next: Mapping) => {
    setMapping(next);
    setShape(shapeOf(next));
  };
  async function read(body: { mapping: Mapping | null }) {
    setFailure(whyNot(await change({ ...ids, body })));
  }
  /** A column that this file lacks is shown as it is called. */
  const optionsFor = (column: string) =>
    column === '' || columns.some(({ value }) => value === column)
      ? [NO_COLUMN, ...columns]
      : [NO_COLUMN, ...columns, { value: column, label: column }];
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-line bg-background/50 p-3 sm:p-4">
      <div className="flex flex-col items-start gap-2">
        <p className="text-[0.8125rem] font-medium">What does each row say?</p>
        <Choice label="What each row says" options={SHAPES} value={shape} onChange={setShape} />
      </div>
      <Kept portfolioId={portfolio.portfolio_id} onUse={begin} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {rolesOf(shape).map(({ name, label }) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            options={optionsFor(mapping[name] ?? '')}
            value={mapping[name] ?? ''}
            onChange={(event) => setMapping({ ...mapping, [name]: event.currentTarget.value })}
          />
        ))}
        <SelectField
          name="dateOrder"
          label="Dates are written"
          options={DATE_ORDERS}
          value={mapping['dateOrder'] ?? ''}
          onChange={(event) => setMapping({ ...mapping, dateOrder: event.currentTarget.value })}
        />
      </div>
      {failure !== null && (
        <p role="alert" className="text-[0.8125rem] text-down">
          {failure}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="accent"
          disabled={wanted['time'] === undefined}
          onClick={() => void read({ mapping: wanted })}
        >
          Read it by these columns
        </Button>
        {wanted['time'] === undefined && (
          <span className="text-xs text-muted">Say which column is the time.</span>
        )}
        {file.preset === 'mapped' && (
          <Button variant="ghost" onClick={() => void read({ mapping: null })}>
            Back to what the file says itself
          </Button>
        )}
      </div>
    </div>
  );
}

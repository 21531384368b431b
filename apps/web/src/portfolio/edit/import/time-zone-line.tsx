'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { useState } from 'react';
import { useSend, whyNot } from '../../../account/use-send.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { SuggestInput } from '../../../components/ui/suggest-input.tsx';
import { importsApi } from '../../../portfolio-api/imports-api.ts';

/** Who said what zone the times are in, as the end of a sentence. */
const SAID: Readonly<Record<string, string>> = {
  header: 'as the names of its columns say',
  'file name': 'as the name of the file says',
  column: 'as a column of it says',
  cells: 'as each time says itself',
  venue: 'as this venue always writes them',
  given: 'as you said',
  assumed: 'because the file does not say',
};

const MOST = 8;

function zones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

function ZoneForm(props: { start: string; onChoose: (zone: string) => void }) {
  const [text, setText] = useState(props.start);
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
  const suggestions = zones()
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MOST)
    .map((zone) => ({ value: zone, label: zone }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') props.onChoose(text.trim());
      }}
      className="flex flex-wrap items-center gap-2"
    >
      <SuggestInput
        aria-label="Time zone"
        text={text}
        onText={setText}
        suggestions={suggestions}
        onChoose={setText}
        placeholder="Europe/Berlin, UTC+02:00"
        maxLength={64}
        className="h-9 w-56 max-w-full rounded-md border border-field bg-background/60 px-2.5 text-base sm:text-[0.8125rem]"
      />
      <Button type="submit" className="h-9">
        Read it so
      </Button>
    </form>
  );
}

interface TimeZoneLineProps {
  portfolio: Portfolio;
  file: StagedFile;
}

/** In which zone the times of a file are read, who said so, and the way to another. */
export function TimeZoneLine({ portfolio, file }: TimeZoneLineProps) {
  const { time_zone: zone, time_zone_from: from } = file;
  const [isOpen, setOpen] = useState(from === 'assumed');
  const [failure, setFailure] = useState<string | null>(null);
  const change = useSend(importsApi.endpoints.changeStagedFile);
  if (zone === null) return null;
  const said = (from ?? '')
    .split(', ')
    .map((who) => SAID[who] ?? who)
    .join(', ');

  async function read(next: string) {
    const ids = { portfolioId: portfolio.portfolio_id, fileId: file.file_id };
    setFailure(whyNot(await change({ ...ids, body: { time_zone: next } })));
  }
  const words = (
    <>
      Times are read as <b className="font-medium">{zone}</b>, {said}.
    </>
  );
  const form = (
    <div className="flex flex-col gap-1.5">
      <ZoneForm start={from === 'given' ? zone : ''} onChoose={(next) => void read(next)} />
      {failure !== null && (
        <p role="alert" className="text-[0.8125rem] text-down">
          {failure}
        </p>
      )}
    </div>
  );
  if (from === 'assumed') {
    return (
      <Notice tone="notice" className="flex-col sm:flex-row">
        <p className="mb-2">
          {words} If it was exported in another zone, say which: gains by day and by tax year depend
          on it.
        </p>
        {form}
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-2 text-[0.8125rem]">
      <p>
        {words}{' '}
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="rounded font-medium text-accent hover:underline"
        >
          Another zone
        </button>
      </p>
      {isOpen && form}
    </div>
  );
}

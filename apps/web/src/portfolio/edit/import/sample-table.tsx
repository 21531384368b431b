'use client';

import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { useState } from 'react';
import { Button } from '../../../components/ui/button.tsx';
import { momentText } from '../../figures/day-text.ts';
import { useReading } from '../../figures/reading.tsx';
import { kindWords } from '../entry/kinds.ts';
import { MovementList } from '../transactions/movement-list.tsx';

const FEW = 5;

/** The first transactions of a file, as they would be put in. */
export function SampleTable({ file }: { file: StagedFile }) {
  const { locale } = useReading();
  const [isAll, setAll] = useState(false);
  const { sample, name, taken } = file;
  if (sample.length === 0) return null;
  return (
    <section aria-label={`First transactions of ${name}`} className="flex flex-col gap-2">
      <h3 className="text-[0.8125rem] font-medium">The first of its transactions</h3>
      <div className="rounded-lg border border-line">
        <table className="w-full border-collapse text-[0.8125rem]">
          <caption className="sr-only">First transactions of {name}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Kind and time, UTC</th>
              <th scope="col">What moved</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {sample.slice(0, isAll ? sample.length : FEW).map((one, index) => (
              <tr key={index} className="align-top">
                <th scope="row" className="px-3 py-2 text-left font-normal">
                  <span className="block font-medium">{kindWords(one)}</span>
                  <time dateTime={one.time} className="block text-xs text-muted">
                    {momentText(one.time, locale)}
                  </time>
                </th>
                <td className="px-3 py-2">
                  <MovementList movements={one.movements} />
                </td>
                <td className="hidden w-2/5 px-3 py-2 text-xs break-words text-muted md:table-cell">
                  {one.note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sample.length > FEW && (
        <Button variant="ghost" className="self-start" onClick={() => setAll(!isAll)}>
          {isAll
            ? 'Show fewer'
            : taken > sample.length
              ? `Show the first ${sample.length}`
              : `Show all ${sample.length}`}
        </Button>
      )}
    </section>
  );
}

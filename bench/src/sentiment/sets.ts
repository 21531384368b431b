import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LABELS } from '@tidemark/sentiment/headline-model';
import type { Labelled } from '@tidemark/sentiment/labelled';
import { parse } from 'csv-parse/sync';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/sentiment/', import.meta.url));

/** Labelled headlines that nothing was trained on, by the name of their set; null: they are not on this machine. */
export function measuredSets(): Map<string, Labelled[]> | null {
  if (!existsSync(FOLDER)) return null;
  return new Map([
    [
      'crypto headlines',
      rowsOf('crypto-headlines-dev.csv').map(({ headline, label }) => labelled(headline, label)),
    ],
    ['financial phrases', phrases()],
    [
      'financial tweets',
      rowsOf('twitter-financial-news-valid.csv').map(({ text, label }) =>
        labelled(text, ['negative', 'positive', 'neutral'][Number(label)]),
      ),
    ],
    ['company headlines, by sign', headlinesBySign()],
  ]);
}

function rowsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(join(FOLDER, name)), { columns: true, bom: true });
}

function phrases(): Labelled[] {
  const lines = readFileSync(join(FOLDER, 'financial-phrasebank-50agree.txt'), 'latin1').split(
    '\n',
  );
  return lines
    .filter((each) => each !== '')
    .map((each) =>
      labelled(each.slice(0, each.lastIndexOf('@')), each.slice(each.lastIndexOf('@') + 1).trim()),
    );
}

function headlinesBySign(): Labelled[] {
  const all = JSON.parse(
    readFileSync(join(FOLDER, 'semeval2017-task5-headlines.json'), 'utf8'),
  ) as {
    title: string;
    sentiment: number;
  }[];
  const name = (sign: number) => (sign > 0 ? 'positive' : sign < 0 ? 'negative' : 'neutral');
  return all.map(({ title, sentiment }) => labelled(title, name(sentiment)));
}

function labelled(text = '', label = ''): Labelled {
  const at = LABELS.findIndex((name) => name === label);
  if (at < 0) throw new RangeError(`“${label}” is no label of “${text.slice(0, 80)}”`);
  return { label: at, text };
}

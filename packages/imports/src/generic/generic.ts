import type { Preset } from '../preset.ts';
import { guessMapping } from './guess.ts';
import { MappedReader } from './mapped.ts';
import type { Mapping } from './mapping.ts';
import { hasColumns } from '../sheet-header.ts';

/** Any file whose columns can be told by their names; asked when no venue's preset knows it. */
export const generic: Preset = {
  name: 'generic',
  recognise: (header) => guessMapping(header) !== null,
  read: (sheet, outcomes) => {
    const mapping = guessMapping(sheet.header);
    if (mapping === null) return;
    const reader = new MappedReader(sheet, mapping, '');
    outcomes.takeEach(sheet.rows, (row) => reader.read(row));
  },
};

/** A file by a mapping that a person gave or kept. */
export function mappedBy(mapping: Mapping): Preset {
  return {
    name: 'mapped',
    recognise: (header) => hasColumns(header, mapping.time),
    read: (sheet, outcomes) => {
      const reader = new MappedReader(sheet, mapping, '');
      outcomes.takeEach(sheet.rows, (row) => reader.read(row));
    },
  };
}

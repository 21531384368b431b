import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import type { FileReport } from '../tables.ts';
import type { StagedRow } from './staged-files.ts';

const NOT_READ: FileReport = {
  ...{ reason: null, preset: null, time_zone: null, time_zone_from: null, titles: [], columns: [] },
  ...{ mapping: null, rows: 0, taken: 0, joined: 0, ignored: 0, ignored_because: {}, refused: [] },
  ...{ refused_count: 0, kinds: {}, balances: {}, stated: {}, sample: [] },
};

/** A file as its owner is shown it. */
export function toStagedFile({
  id,
  name,
  bytes,
  state,
  bytes_read,
  report,
}: StagedRow): StagedFile {
  return {
    ...(report ?? NOT_READ),
    ...{ file_id: id, name, bytes, bytes_read },
    state: state === 'coming' ? 'reading' : state,
  };
}

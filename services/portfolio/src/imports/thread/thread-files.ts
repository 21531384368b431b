import type { StagedFiles, StagedRow } from '../staged-files.ts';
import type { ImportKeys } from '../import-keys.ts';
import { FileThread } from './file-thread.ts';
import type { Answer, Question } from './thread-messages.ts';

/** No clock and no zone is further off than that, ms. */
const AHEAD_MS = 86_400_000;

/** What a thread reads and is told. */
export interface ThreadSources {
  staged: StagedFiles;
  keys: ImportKeys;
  /** Epoch ms. */
  now: number;
}

/**
 * Begins to read stored files in a thread of their own.
 * @param onBytes told how many bytes of all have been given to it
 */
export function readStored(
  portfolioId: string,
  files: readonly StagedRow[],
  { staged, keys, now }: ThreadSources,
  onBytes: (bytes: number) => void,
): FileThread {
  const places = files.map(() => 0);
  let bytes = 0;
  const answer = async (question: Question): Promise<Answer> => {
    if (question.ask === 'seen') return { seen: await keys.seenAmong(portfolioId, question.keys) };
    const n = places[question.file] ?? 0;
    places[question.file] = n + 1;
    const chunk = await staged.chunk(files[question.file]?.id ?? '', n);
    bytes += chunk?.length ?? 0;
    onBytes(bytes);
    return { chunk };
  };
  const work = {
    files: files.map(({ name, time_zone: timeZone, mapping }) => ({ name, timeZone, mapping })),
    until: now + AHEAD_MS,
  };
  return new FileThread(work, answer);
}

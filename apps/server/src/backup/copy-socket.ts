import { join, relative } from 'node:path';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

/** What whoever connects is told, in one line: where a copy is, which goes with the connection; or why there is none. */
const CopyAnswerSchema = Type.Union([
  Type.Object({ copy: Type.String(), market: Type.Enum(['live', 'simulated']) }),
  Type.Object({ refused: Type.String() }),
]);
export type CopyAnswer = Static<typeof CopyAnswerSchema>;
const answer = Compile(CopyAnswerSchema);

/** The longest path of a socket that every system takes, bytes. */
const LONGEST = 100;

/** Where a running process hands out copies of its database; null: the path is too long for a socket. */
export function copySocketIn(dataDir: string): string | null {
  const path = join(dataDir, 'copies.sock');
  const shorter = [path, relative(process.cwd(), path)].sort((a, b) => a.length - b.length)[0];
  return shorter !== undefined && Buffer.byteLength(shorter) <= LONGEST ? shorter : null;
}

/** @throws Error where the line is no answer */
export function parseCopyAnswer(line: string): CopyAnswer {
  return answer.Parse(JSON.parse(line));
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DATA = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

/** Whether the recordings are there; suites that need them are skipped where they are not. */
export const RECORDINGS_PRESENT = existsSync(DATA);

/** The text of a recording, by its path under ../shared/data. */
export function recording(path: string): string {
  return readFileSync(`${DATA}${path}`, 'utf8');
}

/** Raw frames of a recorded session, oldest first. */
export function sessionFrames(name: string): string[] {
  return linesOf(`market/${name}.jsonl`).map((line) => (JSON.parse(line) as { raw: string }).raw);
}

/** Files of single frames, each with its frames: a `.jsonl` has one a line, a `.json` is one. */
export function singleFrames(): { file: string; frames: string[] }[] {
  const root = 'market/frames/';
  const files = readdirSync(`${DATA}${root}`, { recursive: true }).map(String).sort();
  return files
    .filter((file) => statSync(`${DATA}${root}${file}`).isFile())
    .map((file) => ({
      file,
      frames: file.endsWith('.jsonl') ? linesOf(root + file) : [recording(root + file)],
    }));
}

function linesOf(path: string): string[] {
  return recording(path)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

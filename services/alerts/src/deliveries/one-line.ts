import { fitted, plainLine } from '../delivery/fitted-text.ts';

/** Text of somebody's making as one line that is what it looks like; longer than `most` it is cut, and ends in `…`. */
export function oneLine(text: string, most: number): string {
  return fitted(plainLine(text), { most });
}

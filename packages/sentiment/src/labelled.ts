import { LABELS } from './headline-model.ts';

export interface Labelled {
  /** Its index in LABELS. */
  readonly label: number;
  readonly text: string;
}

/**
 * Headlines of a file of docs/sentiment.md: a label, a tab, a text on each line.
 * @throws RangeError naming the first line that is none
 */
export function readLabelled(file: string): Labelled[] {
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      const [label = '', text = '', ...more] = line.split('\t');
      const at = LABELS.findIndex((one) => one === label);
      if (at < 0 || text.trim() !== text || text === '' || more.length > 0) {
        throw new RangeError(`line ${i + 1} is no label, tab and text: ${line.slice(0, 100)}`);
      }
      return { label: at, text };
    });
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/indicators/', import.meta.url));

/** Whether the reference values are there. Where CI is set they have to be: then their tests run, and fail. */
export const REFERENCES_PRESENT = existsSync(FOLDER) || process.env.CI !== undefined;

/** The rows of a reference file by their columns' names. */
export function referenceRows(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(FOLDER + file, 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/**
 * Compares what was computed with what is printed: to 1e-9 of the value, or to the last digit printed. Answers with how
 * many values were compared; throws at the first that differs. Cells that are empty are not compared.
 */
export function comparePrinted(
  printed: readonly string[],
  computed: readonly (number | null)[],
): number {
  let compared = 0;
  for (const [i, text] of printed.entries()) {
    if (text === '') continue;
    const difference = Math.abs((computed[i] ?? Number.NaN) - Number(text));
    if (!(difference <= Math.max(1e-9 * Math.abs(Number(text)), halfAnUlpOf(text)))) {
      throw new Error(`row ${i}: ${computed[i] ?? 'null'} where ${text} is printed`);
    }
    compared += 1;
  }
  return compared;
}

/** Half of the last digit printed: 0.05 for `1.2`. */
function halfAnUlpOf(text: string): number {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e');
  const places = digits.split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - places);
}

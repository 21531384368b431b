import type { Targets } from '@tidemark/contracts/portfolio-history';
import type { FormValues } from '../../components/form/use-submission.ts';

const WHOLE = 100;

/** A percentage as it was typed; null: it is none. */
function percentIn(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const percent = Number(text);
  return percent <= WHOLE ? percent : null;
}

/** The shares that were typed, by asset; empty fields are no targets. */
export function readTargets(values: FormValues): Targets['targets'] {
  return Object.entries(values).flatMap(([asset, typed]) => {
    const percent = typed.trim() === '' ? null : percentIn(typed);
    return percent === null ? [] : [{ asset, percent }];
  });
}

/** What is wrong with them, by asset. */
export function faultsOf(values: FormValues): Record<string, string> {
  const typed = Object.entries(values).filter(([, text]) => text.trim() !== '');
  const faulty = typed.filter(([, text]) => percentIn(text) === null);
  if (faulty.length > 0) {
    return Object.fromEntries(faulty.map(([asset]) => [asset, 'A number from 0 to 100.']));
  }
  const sum = readTargets(values).reduce((total, { percent }) => total + percent, 0);
  const [last] = typed.at(-1) ?? [];
  // Tenths are no binary numbers: their sum may be off by the last bit.
  if (last === undefined || sum <= WHOLE + 1e-9) return {};
  return { [last]: `Together they are ${Number(sum.toFixed(2))} %, over 100.` };
}

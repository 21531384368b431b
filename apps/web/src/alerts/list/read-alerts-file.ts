import type { AlertsFile } from '@tidemark/contracts/alert';
import type { ApiError } from '../../api/api-error.ts';

/** Reads a file that was exported; null: it is none. What is wrong with its alerts the service says. */
export function readAlertsFile(text: string): AlertsFile | null {
  const file = parsed(text);
  if (typeof file !== 'object' || file === null) return null;
  if (!('tidemark_alerts' in file) || !('alerts' in file)) return null;
  return Array.isArray(file.alerts) ? (file as AlertsFile) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is wrong with one alert of a file. */
export interface RowFault {
  /** Which one it is, from 1. */
  row: number;
  /** What of it, such as `condition.bound`; empty: all. */
  field: string;
  reason: string;
}

const OF_ROW = /^(?:body[./])?alerts(?:[./]|\[)(\d+)\]?[./]?(.*)$/;

/** Why the alerts of a file were refused, each by its place in it; empty where none of them is blamed. */
export function rowFaults({ details }: Pick<ApiError, 'details'>): RowFault[] {
  return details.flatMap(({ field, reason }) => {
    const [, row, rest = ''] = OF_ROW.exec(field) ?? [];
    if (row === undefined) return [];
    return [{ row: Number(row) + 1, field: rest.replaceAll('/', '.'), reason }];
  });
}

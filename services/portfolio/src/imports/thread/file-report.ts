import { columnNames, headerOf } from '@tidemark/imports/sheet-header';
import type { ImportedFile } from '@tidemark/imports/import-file';
import { reportOf, type ImportReport } from '@tidemark/imports/report';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { FileReport } from '../../tables.ts';

const MAX_REFUSED = 500;
const MAX_SAMPLE = 100;
const MAX_ASSETS = 1_000;
const MAX_REASONS = 100;
const MAX_COLUMNS = 300;
const MAX_TEXT = 300;

/** What a person is shown of a file that was read: however long the file, it is short. */
export function fileReport(file: ImportedFile): FileReport {
  const { balances: stated, booked, refused, transactions, ...report } = reportOf(file);
  const { mapping, preset, time_zone, time_zone_from, rows, taken, joined, ignored } = report;
  return {
    ...{ preset, time_zone, time_zone_from, rows, taken, joined, ignored, reason: null },
    ...columnsOf(file.header.titles, columnNames(file.header)),
    mapping: mapping as Record<string, string> | null,
    ignored_because: first(report.ignored_because, MAX_REASONS),
    refused: refused
      .slice(0, MAX_REFUSED)
      .map(({ line, field, reason }) => ({ line, field: short(field), reason: short(reason) })),
    refused_count: refused.length,
    kinds: kindsOf(transactions),
    balances: first(booked, MAX_ASSETS),
    stated: first(stated, MAX_ASSETS),
    sample: transactions.slice(0, MAX_SAMPLE).map(sampled),
  };
}

/** Of a file of which no row can be read. */
export function refusedReport(reason: string, titles: readonly string[]): FileReport {
  return {
    ...{ reason: short(reason), preset: null, time_zone: null, time_zone_from: null },
    ...columnsOf(titles, columnNames(headerOf(1, titles, false))),
    ...{ mapping: null, rows: 0, taken: 0, joined: 0, ignored: 0, ignored_because: {} },
    ...{ refused: [], refused_count: 0, kinds: {}, balances: {}, stated: {}, sample: [] },
  };
}

function columnsOf(titles: readonly string[], columns: readonly string[]) {
  return {
    titles: titles.slice(0, MAX_COLUMNS).map(short),
    columns: columns.slice(0, MAX_COLUMNS).map(short),
  };
}

function kindsOf(transactions: ImportReport['transactions']): Record<string, number> {
  const byKind = Map.groupBy(transactions, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, all]) => [kind, all.length]));
}

function sampled({ time, kind, income, movements, note }: LedgerTransaction) {
  return {
    ...{ time: new Date(time).toISOString(), kind, income_kind: income ?? null },
    movements: [...movements],
    note: note ?? null,
  };
}

function first<V>(record: Record<string, V>, count: number): Record<string, V> {
  const entries = Object.entries(record).slice(0, count);
  return Object.fromEntries(entries.map(([name, value]) => [short(name), value]));
}

/** Fit to be stored: PostgreSQL's JSON has no NUL and no half of a character. */
function short(text: string): string {
  return plain(text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);
}

export function plain(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();
}

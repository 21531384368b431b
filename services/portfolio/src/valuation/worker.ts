import type { Contribution } from '@tidemark/contracts/portfolio-history';
import { BookShelf } from '../bookkeeping/book-shelf.ts';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import { isLacking, type LacksLedger, type Question } from '../bookkeeping/question.ts';
import { contributionsOf } from '../history/contribution-answer.ts';
import { historyOf, type DayRange, type HistoryFigures } from '../history/history-answer.ts';
import { historyCsv } from '../history/history-csv.ts';
import type { Past } from '../history/past.ts';
import { Pasts } from '../history/pasts.ts';
import { riskOf, type RiskFigures } from '../history/risk-answer.ts';
import { DataPriceBook } from '../prices/data-price-book.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { disposalRows, type DisposalsWanted } from './disposal-rows.ts';
import { disposalsCsv } from './csv-tables.ts';
import { disposalHow } from './disposal-how.ts';
import { howOf, type HowWanted } from './how.ts';
import type { How } from './how-told.ts';
import { lotRows, type LotsWanted } from './lot-rows.ts';
import { summaryOf, type Summary } from './summary.ts';

// Each function is a task that the thread does; its name is what the task is called by.

const shelf = new BookShelf();
const pasts = new Pasts();

type Answer<A> = A | LacksLedger;

export function summary(question: Question<null>): Answer<Summary> {
  return answered(question, (opened) => summaryOf(opened));
}

export function disposals(
  question: Question<DisposalsWanted>,
): Answer<ReturnType<typeof disposalRows>> {
  return answered(question, (opened) => disposalRows(opened, question.wanted));
}

/** As CSV, oldest first: those of a year, or all. */
export function disposalsFile(question: Question<number | null>): Answer<string> {
  const { wanted: year, of } = question;
  return answered(question, (opened) => {
    const rows = disposalRows(opened, { year: year ?? undefined, limit: Infinity });
    return disposalsCsv(rows.reverse(), of.base);
  });
}

export function lots(question: Question<LotsWanted>): Answer<ReturnType<typeof lotRows>> {
  return answered(question, (opened, prices) => lotRows(opened, prices, question.wanted));
}

export function how(question: Question<HowWanted>): Answer<How> {
  return answered(question, (opened, prices) => howOf(opened, prices, question.wanted));
}

/** Of the disposal that has this number; null: none has. */
export function howOfDisposal(question: Question<number>): Answer<How | null> {
  return answered(question, (opened) => disposalHow(opened, question.wanted));
}

export function history(question: Question<DayRange>): Answer<HistoryFigures> {
  return remembered(question, (opened, past, prices) =>
    historyOf(opened, past, prices, question.wanted),
  );
}

/** As CSV, oldest first. */
export function historyFile(question: Question<DayRange>): Answer<string> {
  return remembered(question, (opened, past, prices) =>
    historyCsv(historyOf(opened, past, prices, question.wanted).points, opened.of.base),
  );
}

export function risk(question: Question<null>): Answer<RiskFigures> {
  return remembered(question, (_, past, prices) => riskOf(past, prices));
}

export function contributions(question: Question<DayRange>): Answer<Contribution[]> {
  return remembered(question, (opened, past, prices) =>
    contributionsOf(opened, past, prices, question.wanted),
  );
}

/** @param give is told the books, their days that are over, and the prices of now and of coins besides */
function remembered<A>(
  question: Question<unknown>,
  give: (opened: OpenedBooks, past: Past, prices: PriceBook) => A,
): Answer<A> {
  return answered(question, (opened, prices) => give(opened, pasts.of(opened, prices), prices));
}

/** @param give is told the books, and the prices of now */
function answered<A>(
  question: Question<unknown>,
  give: (opened: OpenedBooks, prices: PriceBook) => A,
): Answer<A> {
  const opened = shelf.booksFor(question);
  if (isLacking(opened)) return opened;
  return give(opened, new DataPriceBook(question.prices));
}

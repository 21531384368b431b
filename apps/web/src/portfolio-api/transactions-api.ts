import type {
  Transaction,
  TransactionFilter,
  TransactionRequest,
} from '@tidemark/contracts/portfolio-transaction';
import { pageOf, type Page } from '../api/envelope-query.ts';
import { ifMatch, once, pathOf, portfolioApi, type Repeatable } from './portfolio-api.ts';

interface InPortfolio {
  portfolioId: string;
}

export interface TransactionsAsked extends InPortfolio, TransactionFilter {
  limit?: number;
  cursor?: string | undefined;
}

/** What all that a changed transaction touches is known by. */
const touched = (_done: unknown, _error: unknown, { portfolioId }: InPortfolio) => [
  { type: 'Transactions' as const, id: portfolioId },
  { type: 'Computed' as const, id: portfolioId },
];

/** Transactions: reading, putting in, changing and removing them. */
export const transactionsApi = portfolioApi.injectEndpoints({
  endpoints: (build) => ({
    /** Newest first. */
    transactions: build.query<Page<Transaction>, TransactionsAsked>({
      query: ({ portfolioId, ...asked }) => pathOf(portfolioId, '/transactions', asked),
      transformResponse: (items: Transaction[], meta) => pageOf(items, meta),
      providesTags: (_page, _error, { portfolioId }) => [{ type: 'Transactions', id: portfolioId }],
    }),
    transaction: build.query<Transaction, InPortfolio & { transactionId: string }>({
      query: ({ portfolioId, transactionId }) =>
        pathOf(portfolioId, `/transactions/${transactionId}`),
      providesTags: (_one, _error, { portfolioId }) => [{ type: 'Transactions', id: portfolioId }],
    }),
    createTransaction: build.mutation<
      Transaction,
      InPortfolio & Repeatable & { body: TransactionRequest }
    >({
      query: ({ portfolioId, body, key }) => ({
        ...{ url: pathOf(portfolioId, '/transactions'), method: 'POST', body },
        headers: once(key),
      }),
      invalidatesTags: touched,
    }),
    replaceTransaction: build.mutation<
      Transaction,
      InPortfolio & { transaction: Transaction; body: TransactionRequest }
    >({
      query: ({ portfolioId, transaction, body }) => ({
        url: pathOf(portfolioId, `/transactions/${transaction.transaction_id}`),
        ...{ method: 'PUT', body, headers: ifMatch(transaction.version) },
      }),
      invalidatesTags: touched,
    }),
    deleteTransaction: build.mutation<unknown, InPortfolio & { transaction: Transaction }>({
      query: ({ portfolioId, transaction }) => ({
        url: pathOf(portfolioId, `/transactions/${transaction.transaction_id}`),
        ...{ method: 'DELETE', headers: ifMatch(transaction.version) },
      }),
      invalidatesTags: touched,
    }),
  }),
});

export const { useTransactionsQuery, useTransactionQuery } = transactionsApi;

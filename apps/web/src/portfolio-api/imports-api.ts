import type {
  Import,
  ImportRequest,
  KeptMapping,
  StagedFile,
  StagedFileChange,
} from '@tidemark/contracts/portfolio-import';
import { once, pathOf, portfolioApi, sendJson, type Repeatable } from './portfolio-api.ts';

interface InPortfolio {
  portfolioId: string;
}
interface OfFile extends InPortfolio {
  fileId: string;
}

const files = (_data: unknown, _error: unknown, { portfolioId: id }: InPortfolio) => [
  { type: 'Files' as const, id },
];
const everything = (_data: unknown, _error: unknown, { portfolioId: id }: InPortfolio) => [
  ...(['Files', 'Imports', 'Mappings', 'Transactions', 'Computed'] as const).map((type) => ({
    type,
    id,
  })),
];

/** Files that a portfolio is fed with, before and after they go in. */
export const importsApi = portfolioApi.injectEndpoints({
  endpoints: (build) => ({
    /** Ask again while one of them is `reading`. */
    stagedFiles: build.query<StagedFile[], string>({
      query: (id) => pathOf(id, '/files'),
      providesTags: (_data, _error, id) => [{ type: 'Files', id }],
    }),
    /** Reads it again. */
    changeStagedFile: build.mutation<StagedFile, OfFile & { body: StagedFileChange }>({
      query: ({ portfolioId, fileId, body }) =>
        sendJson('PATCH', pathOf(portfolioId, `/files/${fileId}`), body),
      invalidatesTags: files,
    }),
    deleteStagedFile: build.mutation<unknown, OfFile>({
      query: ({ portfolioId, fileId }) => ({
        url: pathOf(portfolioId, `/files/${fileId}`),
        method: 'DELETE',
      }),
      invalidatesTags: files,
    }),
    imports: build.query<Import[], string>({
      query: (id) => pathOf(id, '/imports'),
      providesTags: (_data, _error, id) => [{ type: 'Imports', id }],
    }),
    /** All or nothing. */
    commitImport: build.mutation<Import, InPortfolio & Repeatable & { body: ImportRequest }>({
      query: ({ portfolioId, body, key }) => ({
        ...sendJson('POST', pathOf(portfolioId, '/imports'), body),
        headers: once(key),
      }),
      invalidatesTags: everything,
    }),
    undoImport: build.mutation<unknown, InPortfolio & { importId: string }>({
      query: ({ portfolioId, importId }) => ({
        url: pathOf(portfolioId, `/imports/${importId}`),
        method: 'DELETE',
      }),
      invalidatesTags: everything,
    }),
    mappings: build.query<KeptMapping[], string>({
      query: (id) => pathOf(id, '/mappings'),
      providesTags: (_data, _error, id) => [{ type: 'Mappings', id }],
    }),
    deleteMapping: build.mutation<unknown, InPortfolio & { name: string }>({
      query: ({ portfolioId, name }) => ({
        url: pathOf(portfolioId, `/mappings/${encodeURIComponent(name)}`),
        method: 'DELETE',
      }),
      invalidatesTags: (_data, _error, { portfolioId: id }) => [{ type: 'Mappings', id }],
    }),
  }),
});

export const { useStagedFilesQuery, useImportsQuery, useMappingsQuery } = importsApi;

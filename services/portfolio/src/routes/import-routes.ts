import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { ImportRequestSchema, ImportSchema } from '@tidemark/contracts/portfolio-import';
import { PATH_ID } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { isAbandoned } from '../imports/claims.ts';
import { toImport, type ImportRow } from '../imports/import-store.ts';
import { undoImport } from '../imports/undo-import.ts';
import { answerOnce } from './answer-once.ts';
import { idOf } from '@tidemark/service/path-id';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, RepeatableHeaders, tag } from './route-parts.ts';

const IMPORTS = `${ONE}/imports`;
const ImportParams = Type.Object({
  ...PortfolioParamsSchema.properties,
  import_id: Type.String({ ...PATH_ID, description: 'id of an import' }),
});

/** Putting files in, and taking back what they put in. */
export function importRoutes(app: TypedApp, parts: PortfolioParts): void {
  createRoute(app, parts);
  listRoute(app, parts);
  readRoute(app, parts);
  undoRoute(app, parts);
}

/** Begins what nobody does: the process that did may have gone. */
async function attend({ clock, work }: PortfolioParts, row: ImportRow): Promise<void> {
  if (row.state === 'working' && isAbandoned(row, clock)) await work.start(row.id);
}

function createRoute(app: TypedApp, parts: PortfolioParts): void {
  app.post(
    IMPORTS,
    {
      ...endpoint({
        id: 'importFiles',
        answers: 'The import, which is being done',
        refuses: ['CONFLICT'],
        access: 'user',
        summary:
          'Put files in that were sent, all of them or nothing; ask for the import until it is done',
        tag,
        headers: RepeatableHeaders,
        params: PortfolioParamsSchema,
        body: ImportRequestSchema,
        data: ImportSchema,
        status: 202,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const portfolio = portfolioOf(request);
      const answer = await answerOnce(parts, request, async (trx) =>
        toImport(await parts.imports.create(trx, portfolio, request.body), 0),
      );
      await parts.work.start(answer.data.import_id);
      return reply.code(202).send(answer);
    },
  );
}

function listRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    IMPORTS,
    {
      ...endpoint({
        id: 'listImports',
        access: 'user',
        summary: 'The last 100 imports, newest first',
        tag,
        params: PortfolioParamsSchema,
        data: Type.Array(ImportSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const rows = await parts.imports.list(portfolioOf(request).id);
      for (const row of rows) await attend(parts, row);
      return ok(request, await parts.imports.shown(rows));
    },
  );
}

function readRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${IMPORTS}/:import_id`,
    {
      ...endpoint({
        id: 'getImport',
        access: 'user',
        summary: 'An import, and how far it is',
        answers: 'The import',
        tag,
        params: ImportParams,
        data: ImportSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) =>
      ok(request, await shownImport(parts, portfolioOf(request).id, request.params)),
  );
}

function undoRoute(app: TypedApp, parts: PortfolioParts): void {
  app.delete(
    `${IMPORTS}/:import_id`,
    {
      ...endpoint({
        id: 'undoImport',
        answers: 'The import, taken back',
        refuses: ['CONFLICT'],
        access: 'user',
        summary:
          'Take back all that an import put in, changed since or not; its rows are new again',
        tag,
        params: ImportParams,
        data: ImportSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const { id: portfolioId } = portfolioOf(request);
      const found = await parts.imports.find(portfolioId, idOf(request.params.import_id));
      await parts.db.transaction().execute((trx) => undoImport(trx, found, parts.clock.now()));
      return ok(request, await shownImport(parts, portfolioId, request.params));
    },
  );
}

async function shownImport(
  parts: PortfolioParts,
  portfolioId: string,
  { import_id }: { import_id: string },
) {
  const row = await parts.imports.find(portfolioId, idOf(import_id));
  await attend(parts, row);
  const [shown] = await parts.imports.shown([row]);
  return shown ?? toImport(row, 0);
}

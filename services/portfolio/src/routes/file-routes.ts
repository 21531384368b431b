import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { StagedFileChangeSchema, StagedFileSchema } from '@tidemark/contracts/portfolio-import';
import { PATH_ID } from '@tidemark/contracts/user';
import { readMapping } from '@tidemark/imports/mapping';
import { readZone } from '@tidemark/imports/zone';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { refusedFields } from '@tidemark/service/refused-fields';
import { isAbandoned } from '../imports/claims.ts';
import { toStagedFile } from '../imports/staged-file-view.ts';
import type { StagedRow } from '../imports/staged-files.ts';
import { idOf } from '@tidemark/service/path-id';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

export const FILES = `${ONE}/files`;
const FileParams = Type.Object({
  ...PortfolioParamsSchema.properties,
  file_id: Type.String({ ...PATH_ID, description: 'id of a file that was sent' }),
});

/** Files that were sent, before they are put in. */
export function fileRoutes(app: TypedApp, parts: PortfolioParts): void {
  listRoute(app, parts);
  readRoute(app, parts);
  changeRoute(app, parts);
  removeRoute(app, parts);
}

/** @throws TidemarkError INVALID_REQUEST naming the field */
export function checkedZone(zone: string | null, field: string): string | null {
  if (zone === null || readZone(zone) !== null) return zone;
  throw refusedFields([{ field, reason: 'is no time zone, such as UTC+02:00 or Europe/Berlin' }]);
}

/** The file, which somebody begins to read if nobody does: the process that read it may have gone. */
async function attended({ clock, reader }: PortfolioParts, row: StagedRow): Promise<StagedRow> {
  if (row.state === 'reading' && isAbandoned(row, clock)) await reader.start(row.id);
  return row;
}

function listRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    FILES,
    {
      ...endpoint({
        id: 'listImportFiles',
        access: 'user',
        summary: 'Files that were sent and not put in yet, newest first; kept for a day',
        answers: 'Files',
        tag,
        params: PortfolioParamsSchema,
        data: Type.Array(StagedFileSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const rows = await parts.staged.list(portfolioOf(request).id);
      for (const row of rows) await attended(parts, row);
      return ok(request, rows.map(toStagedFile));
    },
  );
}

function readRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${FILES}/:file_id`,
    {
      ...endpoint({
        id: 'getImportFile',
        access: 'user',
        summary: 'What a file would put in, or how far it is read',
        tag,
        params: FileParams,
        data: StagedFileSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const found = await parts.staged.find(portfolioOf(request).id, idOf(request.params.file_id));
      return ok(request, toStagedFile(await attended(parts, found)));
    },
  );
}

function changeRoute(app: TypedApp, parts: PortfolioParts): void {
  app.patch(
    `${FILES}/:file_id`,
    {
      ...endpoint({
        id: 'rereadImportFile',
        access: 'user',
        summary: 'Read a file again, with another time zone or by other columns',
        answers: 'The file, which is being read',
        tag,
        params: FileParams,
        body: StagedFileChangeSchema,
        data: StagedFileSchema,
        status: 202,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const { id: portfolioId } = portfolioOf(request);
      const found = await parts.staged.find(portfolioId, idOf(request.params.file_id));
      const { time_zone = found.time_zone, mapping = found.mapping } = request.body;
      checkedZone(time_zone, 'body.time_zone');
      if (mapping !== null && readMapping(mapping) === null) {
        const reason = 'must name columns by what they are, `time` among them';
        throw refusedFields([{ field: 'body.mapping', reason }]);
      }
      await parts.staged.readAnew(found.id, { time_zone, mapping });
      await parts.reader.start(found.id);
      const row = await parts.staged.find(portfolioId, found.id);
      return reply.code(202).send(ok(request, toStagedFile(row)));
    },
  );
}

function removeRoute(app: TypedApp, parts: PortfolioParts): void {
  app.delete(
    `${FILES}/:file_id`,
    {
      ...endpoint({
        id: 'deleteImportFile',
        access: 'user',
        summary: 'Forget a file that was sent',
        answers: 'Done',
        tag,
        params: FileParams,
        data: Type.Null(),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const found = await parts.staged.find(portfolioOf(request).id, idOf(request.params.file_id));
      await parts.staged.remove(found.id);
      return ok(request, null);
    },
  );
}

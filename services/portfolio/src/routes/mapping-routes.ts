import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { KeptMappingSchema } from '@tidemark/contracts/portfolio-import';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import { callerId } from '@tidemark/service/identity/caller-id';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { forgetMapping, listMappings } from '../imports/kept-mappings.ts';
import { ownPortfolio } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

const MAPPINGS = `${ONE}/mappings`;

/** What columns were said to be, kept for the next file: of an account, whichever portfolio asks. */
export function mappingRoutes(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    MAPPINGS,
    {
      ...endpoint({
        id: 'listColumnMappings',
        access: 'user',
        summary: 'Mappings of columns that you keep, by name',
        tag,
        params: PortfolioParamsSchema,
        data: Type.Array(KeptMappingSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => ok(request, await listMappings(parts.db, callerId(request))),
  );
  app.delete(
    `${MAPPINGS}/:name`,
    {
      ...endpoint({
        id: 'deleteColumnMapping',
        access: 'user',
        summary: 'Keep a mapping no longer',
        answers: 'Done',
        tag,
        params: Type.Object({
          ...PortfolioParamsSchema.properties,
          name: Type.String({ minLength: 1, maxLength: 100, description: 'as it is kept' }),
        }),
        data: Type.Null(),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      await forgetMapping(parts.db, callerId(request), request.params.name);
      return ok(request, null);
    },
  );
}

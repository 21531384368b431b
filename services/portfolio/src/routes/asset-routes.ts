import {
  AssetChangedSchema,
  AssetChangeSchema,
  AssetParamsSchema,
  AssetRequestSchema,
  HeldAssetSchema,
} from '@tidemark/contracts/portfolio-asset';
import { TidemarkError } from '@tidemark/contracts/errors';
import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { TransactionSchema } from '@tidemark/contracts/portfolio-transaction';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { assetNamed } from '../assets/asset-named.ts';
import { readAsset } from '../assets/read-asset.ts';
import { heldAssets, settleAsset } from '../assets/settle-asset.ts';
import { assetOf } from '../entries/entry-values.ts';
import { etagOf } from '@tidemark/service/if-match';
import { answerOnce } from './answer-once.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, RepeatableHeaders, tag } from './route-parts.ts';

const ASSETS = `${ONE}/assets`;

/** Assets as a list that is edited; each edit writes the transactions that make it so. */
export function assetRoutes(app: TypedApp, parts: PortfolioParts): void {
  addRoute(app, parts);
  listRoute(app, parts);
  settleRoute(app, parts);
  emptyRoute(app, parts);
}

function addRoute(app: TypedApp, parts: PortfolioParts): void {
  app.post(
    ASSETS,
    {
      ...endpoint({
        id: 'addAsset',
        answers: 'The transaction that it came by',
        refuses: ['CONFLICT'],
        access: 'user',
        summary: 'Put an asset in: bought, with the money for it, where its price is said',
        tag,
        headers: RepeatableHeaders,
        isVersioned: true,
        params: PortfolioParamsSchema,
        body: AssetRequestSchema,
        data: TransactionSchema,
        status: 201,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const { id, base_currency: base } = portfolioOf(request);
      const { came, paidWith } = readAsset(
        { ...request.body, asset: await assetNamed(request.body, parts.market) },
        base,
        parts.clock.now(),
      );
      const answer = await answerOnce(parts, request, async (trx) => {
        // First, in the order of equal times too.
        if (paidWith) await parts.transactions.create(trx, id, paidWith);
        return parts.transactions.create(trx, id, came);
      });
      return reply.code(201).header('etag', etagOf(answer.data)).send(answer);
    },
  );
}

function listRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    ASSETS,
    {
      ...endpoint({
        id: 'listAssets',
        access: 'user',
        summary: 'What there is, by asset: balances of all transactions',
        answers: 'Assets',
        tag,
        params: PortfolioParamsSchema,
        data: Type.Array(HeldAssetSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => ok(request, await heldAssets(parts.db, portfolioOf(request).id)),
  );
}

function settleRoute(app: TypedApp, parts: PortfolioParts): void {
  app.put(
    `${ASSETS}/:asset`,
    {
      ...endpoint({
        id: 'setAsset',
        answers: 'What there is now, and what was written for it',
        refuses: ['CONFLICT'],
        access: 'user',
        summary: 'Say how much there is of an asset; what is missing or too much comes or goes now',
        tag,
        params: AssetParamsSchema,
        body: AssetChangeSchema,
        data: AssetChangedSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const { quantity } = request.body;
      const asset = assetOf(request.params.asset);
      const wanted = { portfolioId: portfolioOf(request).id, asset, quantity };
      const note = `Set to ${quantity} by hand`;
      const changed = await settleAsset(parts, { ...wanted, note }, parts.clock.now());
      return ok(request, changed ?? { asset, quantity: '0', transactions: [] });
    },
  );
}

function emptyRoute(app: TypedApp, parts: PortfolioParts): void {
  app.delete(
    `${ASSETS}/:asset`,
    {
      ...endpoint({
        id: 'removeAsset',
        answers: 'What was written for it',
        refuses: ['CONFLICT'],
        access: 'user',
        summary: 'Take all that there is of an asset out; its past stays',
        tag,
        params: AssetParamsSchema,
        data: AssetChangedSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const asset = assetOf(request.params.asset);
      const wanted = { portfolioId: portfolioOf(request).id, asset, quantity: '0' };
      const note = 'Taken out by hand';
      const changed = await settleAsset(parts, { ...wanted, note }, parts.clock.now());
      if (!changed)
        throw new TidemarkError('RESOURCE_NOT_FOUND', 'There is nothing of this asset.');
      return ok(request, changed);
    },
  );
}

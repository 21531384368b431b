import { TidemarkError } from '@tidemark/contracts/errors';
import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import {
  AssetSettingRequestSchema,
  AssetSettingSchema,
  type AssetSettingRequest,
} from '@tidemark/contracts/portfolio-history';
import { SERVICES } from '@tidemark/contracts/services';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { assetOf } from '../entries/entry-values.ts';
import { refusedFields } from '@tidemark/service/refused-fields';
import { knownAssets } from '../prices/known-assets.ts';
import { settingsTold } from '../settings/settings-told.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

const AssetParams = Type.Object({
  ...PortfolioParamsSchema.properties,
  asset: Type.String({ minLength: 1, maxLength: 64, pattern: '^\\S+$', description: 'its name' }),
});

/** Which coin an asset is, and prices by hand. */
export function assetSettingRoutes(app: TypedApp, parts: PortfolioParts): void {
  listRoute(app, parts);
  setRoute(app, parts);
}

function listRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/asset-settings`,
    {
      ...endpoint({
        id: 'listAssetSettings',
        access: 'user',
        summary: 'How each asset that was ever moved gets its price, by name',
        answers: 'Settings of assets',
        tag,
        params: PortfolioParamsSchema,
        data: Type.Array(AssetSettingSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const portfolio = portfolioOf(request);
      const { firstMoved } = await parts.ledgers.of(portfolio);
      const settings = await parts.settings.of(portfolio);
      const known = knownAssets(await parts.market.coins(), settings);
      const coinOf = (asset: string) => known(asset).coinId;
      const moved = [...firstMoved.keys()].filter((asset) => asset !== portfolio.base_currency);
      return ok(request, settingsTold(settings, moved, coinOf));
    },
  );
}

function setRoute(app: TypedApp, parts: PortfolioParts): void {
  app.put(
    `${ONE}/asset-settings/:asset`,
    {
      ...endpoint({
        id: 'setAssetSetting',
        answers: 'The setting as it is now',
        access: 'user',
        summary: 'Say which coin an asset is, and give prices by hand where the market has none',
        tag,
        params: AssetParams,
        body: AssetSettingRequestSchema,
        data: AssetSettingSchema,
      }),
      bodyLimit: SERVICES.portfolio.bodies[`PUT ${ONE}/asset-settings/:asset`],
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const portfolio = portfolioOf(request);
      const asset = assetOf(request.params.asset);
      const { body } = request;
      if (asset === portfolio.base_currency) {
        throw refusedFields([{ field: 'params.asset', reason: 'is the base currency' }]);
      }
      refuseDoubleDays(body);
      const coinId = body.is_mapped ? await knownCoin(parts, body.coin_id) : null;
      const coin = body.is_mapped ? { id: coinId } : 'by_name';
      const row = await parts.settings.set(portfolio, asset, { coin, prices: body.prices });
      const settings = await parts.settings.of(row);
      const known = knownAssets(await parts.market.coins(), settings);
      const [told] = settingsTold(settings, [asset], (name) => known(name).coinId, asset);
      return ok(request, told ?? { ...body, asset });
    },
  );
}

function refuseDoubleDays({ prices }: AssetSettingRequest): void {
  const days = prices.map(({ day }) => day);
  const at = days.findIndex((day, i) => days.indexOf(day) < i);
  if (at === -1) return;
  throw refusedFields([{ field: `body.prices.${at}.day`, reason: 'stands there twice' }]);
}

/** @throws TidemarkError INVALID_REQUEST where no coin is called so; NOT_READY where nobody can say */
async function knownCoin({ market }: PortfolioParts, asked: string | null): Promise<string | null> {
  if (asked === null) return null;
  const coinId = asked.toLowerCase();
  const coins = await market.coins();
  if (coins.length === 0) throw new TidemarkError('NOT_READY', 'The market does not answer yet.');
  if (coins.some(({ coin_id: id }) => id === coinId)) return coinId;
  throw refusedFields([{ field: 'body.coin_id', reason: 'is no coin of the market' }]);
}

import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';

type Performance = Pick<PortfolioPerformance, 'positions'>;

const list = (assets: readonly string[]) => {
  const shown = assets.slice(0, 5).join(', ');
  return assets.length > 5 ? `${shown} and ${assets.length - 5} more` : shown;
};

/** What is to be said of the prices that the value rests on. */
export interface PriceQuality {
  tone: 'good' | 'quiet' | 'notice';
  text: string;
}

/** How far the prices can be trusted, the worst of them first; empty: nothing has a price. */
export function tellPriceQuality({ positions }: Performance): PriceQuality[] {
  const priced = positions.filter(({ price }) => price !== null);
  const of = (quality: string) =>
    priced.filter(({ price }) => price?.quality === quality).map(({ asset }) => asset);
  const told: PriceQuality[] = [];
  const [stale, degraded, simulated] = [of('stale'), of('degraded'), of('simulated')];
  if (stale.length > 0) told.push({ tone: 'notice', text: `Stale price: ${list(stale)}` });
  if (degraded.length > 0) {
    told.push({ tone: 'notice', text: `Fewer venues than usual: ${list(degraded)}` });
  }
  const byHand = priced.filter(({ price }) => price?.source === 'manual').map(({ asset }) => asset);
  if (byHand.length > 0) told.push({ tone: 'quiet', text: `Price given by hand: ${list(byHand)}` });
  if (simulated.length > 0) told.push({ tone: 'quiet', text: 'Simulated prices, not real ones' });
  if (told.length === 0 && priced.length > 0) told.push({ tone: 'good', text: 'Prices are live' });
  return told;
}

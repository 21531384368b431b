import type { SourceKind } from '@tidemark/contracts/news';
import type { MarketKind } from '@tidemark/service/service-module';
import type { SentimentConfig } from '../config.ts';
import { POSTS } from './source-kind.ts';

/** A source of our own list. */
export interface KnownSource {
  /** For ever: articles are kept under it. */
  source_id: string;
  kind: SourceKind;
  name: string;
  url: string;
  /** ISO 639-1, of most of its articles. */
  language: string | null;
  /** Of its stories against those of others. */
  weight: number;
}

const feed = (
  source_id: string,
  name: string,
  language: string,
  url: string,
  weight = 1,
): KnownSource => ({ source_id, kind: 'feed', name, url, language, weight });

/** Feeds of crypto news desks that want no key. Which of them answer, `GET /api/sentiment/sources` says. */
const FEEDS: readonly KnownSource[] = [
  feed('coindesk', 'CoinDesk', 'en', 'https://www.coindesk.com/arc/outboundfeeds/rss/'),
  feed('cointelegraph', 'Cointelegraph', 'en', 'https://cointelegraph.com/rss'),
  feed('the-block', 'The Block', 'en', 'https://www.theblock.co/rss.xml'),
  feed('decrypt', 'Decrypt', 'en', 'https://decrypt.co/feed'),
  feed('bitcoin-magazine', 'Bitcoin Magazine', 'en', 'https://bitcoinmagazine.com/feed', 0.8),
  feed('cryptoslate', 'CryptoSlate', 'en', 'https://cryptoslate.com/feed/', 0.8),
  feed('dl-news', 'DL News', 'en', 'https://www.dlnews.com/arc/outboundfeeds/rss/'),
  feed('the-defiant', 'The Defiant', 'en', 'https://thedefiant.io/api/feed', 0.8),
  feed('blockworks', 'Blockworks', 'en', 'https://blockworks.co/feed'),
  feed('u-today', 'U.Today', 'en', 'https://u.today/rss', 0.5),
  feed('newsbtc', 'NewsBTC', 'en', 'https://www.newsbtc.com/feed/', 0.5),
  feed('beincrypto', 'BeInCrypto', 'en', 'https://beincrypto.com/feed/', 0.5),
  feed('btc-echo', 'BTC-ECHO', 'de', 'https://www.btc-echo.de/feed/'),
  feed('cointelegraph-de', 'Cointelegraph Deutsch', 'de', 'https://de.cointelegraph.com/rss'),
  feed('criptonoticias', 'CriptoNoticias', 'es', 'https://www.criptonoticias.com/feed/'),
  feed('cointelegraph-es', 'Cointelegraph en Español', 'es', 'https://es.cointelegraph.com/rss'),
  feed('journal-du-coin', 'Journal du Coin', 'fr', 'https://journalducoin.com/feed/'),
  feed('cryptoast', 'Cryptoast', 'fr', 'https://cryptoast.fr/feed/'),
  feed('livecoins', 'Livecoins', 'pt', 'https://livecoins.com.br/feed/'),
  feed('portal-do-bitcoin', 'Portal do Bitcoin', 'pt', 'https://portaldobitcoin.uol.com.br/feed/'),
];

const reddit = (name: string): KnownSource => ({
  source_id: `reddit-${name.toLowerCase()}`,
  kind: 'reddit',
  name: `r/${name}`,
  url: `https://www.reddit.com/r/${name}/.rss`,
  language: 'en',
  weight: 0.3,
});

/** What people say. */
const SOCIAL: readonly KnownSource[] = [reddit('CryptoCurrency'), reddit('Bitcoin')];

const QUERY = encodeURIComponent('bitcoin OR ethereum OR crypto');

/** Read where there is a key for them. */
const PAID: readonly KnownSource[] = [
  {
    ...{ source_id: 'newsapi', kind: 'newsapi', name: 'NewsAPI', language: null, weight: 1 },
    url: `https://newsapi.org/v2/everything?q=${QUERY}&sortBy=publishedAt&pageSize=100`,
  },
  {
    ...{ source_id: 'coindesk-data', kind: 'coindesk', name: 'CoinDesk Data', weight: 1 },
    ...{ language: 'en', url: 'https://data-api.coindesk.com/news/v1/article/list?limit=50' },
  },
  {
    ...{ source_id: 'x', kind: 'x', name: 'X', language: null, weight: 0.3 },
    url:
      `https://api.x.com/2/tweets/search/recent?max_results=${POSTS}&tweet.fields=created_at,lang,author_id` +
      `&query=${encodeURIComponent('(bitcoin OR ethereum) -is:retweet lang:en')}`,
  },
];

/** The outlets that the simulator makes up, and where it tells of them. */
const SIMULATED = [
  ['simulated-wire', 'Simulated Wire', 'en', 'rss/wire.xml'],
  ['simulated-ledger', 'Simulated Ledger', 'en', 'rss/ledger.xml'],
  ['simulated-block-post', 'Simulated Block Post', 'en', 'atom/block-post.xml'],
  ['simulierte-kurse', 'Simulierte Kurse', 'de', 'rss/kurse.xml'],
] as const;

/** The sources of our own list: of a live market those of the world, of a simulated one the simulator's alone. */
export function knownSources(market: MarketKind, config: SentimentConfig): readonly KnownSource[] {
  if (market === 'live') return config.NEWS_FEEDS ? [...FEEDS, ...SOCIAL, ...PAID] : [];
  const origin = config.SIMULATED_NEWS_URL?.replace(/\/+$/, '');
  if (origin === undefined) return [];
  return SIMULATED.map(([source_id, name, language, path]) => ({
    ...{ source_id, name, language, url: `${origin}/${path}` },
    ...{ kind: 'simulated', weight: 1 },
  }));
}

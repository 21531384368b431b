/** What every process knows of a service, wherever it runs. */
export interface ServiceEntry {
  /** Paths of the API that belong to it, with everything below them. */
  readonly prefixes: readonly `/api/${string}`[];
  /** The variable that lists its replicas where it runs in another process. */
  readonly variable: `${string}_URL`;
  /** Services that it asks itself: where one is in another process, it must be told where. The gateway asks all. */
  readonly asks: readonly string[];
  /** Groups of its routes in the API's description, and what is said of each. */
  readonly tags: Readonly<Record<string, string>>;
  /** Whether what anybody may read of it is the same for everybody, and may be kept; its reads have the roomy limit too. */
  readonly isShared: boolean;
  /** Where secrets and names are guessed, as `POST /api/users/login`: these have the strict limit. */
  readonly guessed: readonly `${string} /api/${string}`[];
  /** The tables that its migrations make: its role in the database owns them. */
  readonly tables: readonly string[];
  /** Paths to which files are posted, and how many bytes they may have: the gateway passes these on as they come. */
  readonly uploads: Readonly<Record<`/api/${string}`, number>>;
  /** Requests whose bodies are over the usual 16 kB, as `PUT /api/…`, and how many bytes they may have. */
  readonly bodies: Readonly<Record<`${string} /api/${string}`, number>>;
  /** Whether it is given the cookies of browsers; no other service has a use for them. */
  readonly takesCookies: boolean;
}

/** What most services are. */
const USUAL = {
  ...{
    asks: [],
    isShared: false,
    guessed: [],
    tables: [],
    uploads: {},
    bodies: {},
    takesCookies: false,
  },
} as const;

/**
 * Every service but the gateway, which stands before all others. A service that is not here is not reached through it.
 * `docs/add-a-service.md` says what else a new one needs; ADR 0032 why this is no policy of single routes.
 */
export const SERVICES = {
  'market-data': {
    ...USUAL,
    prefixes: ['/api/market'],
    variable: 'MARKET_DATA_URL',
    tags: { market: 'coins, prices, candles, venues' },
    isShared: true,
    tables: [
      ...['candles', 'trade_watermarks', 'candle_gaps', 'prices', 'history_progress'],
      ...['history_requests', 'partition_owners', 'euro_rates', 'euro_rate_reads'],
    ],
  },
  analytics: {
    ...USUAL,
    prefixes: ['/api/analytics'],
    variable: 'ANALYTICS_URL',
    asks: ['market-data', 'sentiment'],
    tags: { analytics: 'indicators, statistics, views of the market, backtests' },
    isShared: true,
    tables: ['daily_metrics'],
  },
  sentiment: {
    ...USUAL,
    prefixes: ['/api/sentiment'],
    variable: 'SENTIMENT_URL',
    asks: ['market-data'],
    tags: { sentiment: 'news, what they sound like, and where they come from' },
    isShared: true,
    tables: ['news_sources', 'articles', 'sentiments', 'article_opinions', 'news_state'],
  },
  portfolio: {
    ...USUAL,
    prefixes: ['/api/portfolio', '/api/watchlist'],
    variable: 'PORTFOLIO_URL',
    asks: ['market-data', 'users'],
    tags: {
      portfolio: 'your portfolios, what they are worth and gained, files in and out',
      watchlist: 'lists of coins that you follow',
    },
    tables: [
      ...['portfolios', 'transactions', 'movements', 'idempotency_keys'],
      ...['watchlists', 'absent_owners'],
      ...['imports', 'import_keys', 'staged_files', 'staged_chunks', 'column_mappings'],
      ...['ledger_edits', 'asset_coins', 'manual_prices'],
    ],
    uploads: { '/api/portfolio/:portfolio_id/files': 64 * 1024 * 1024 },
    bodies: {
      // A thousand prices of usual length.
      'PUT /api/portfolio/:portfolio_id/asset-settings/:asset': 128 * 1024,
      // As many coins as a list may have, each with the longest note.
      'PATCH /api/watchlist/:watchlist_id': 512 * 1024,
    },
  },
  alerts: {
    ...USUAL,
    prefixes: ['/api/alerts'],
    variable: 'ALERTS_URL',
    asks: ['market-data', 'users'],
    tags: { alerts: 'what you wait for, what came true, where that is sent' },
    tables: [
      ...['alerts', 'alert_states', 'alert_coins', 'alert_lookbacks', 'alert_firings'],
      ...['alert_channels', 'alert_keys', 'alert_deliveries', 'alert_attempts', 'alert_mails'],
      'alert_absent_owners',
    ],
    // As many alerts as an account may have, with a note of some 200 letters each.
    bodies: { 'POST /api/alerts/import': 512 * 1024 },
  },
  users: {
    ...USUAL,
    prefixes: ['/api/users', '/api/admin'],
    variable: 'USERS_URL',
    tags: {
      users: 'your account, sessions, keys',
      admin: 'all accounts, for administrators',
    },
    guessed: [
      'POST /api/users/register',
      'POST /api/users/login',
      'POST /api/users/password/forgot',
      'POST /api/users/password/reset',
      // Changing an account tells whether a name is taken.
      'PUT /api/users/:user_id',
    ],
    tables: [
      ...['users', 'sessions', 'refresh_tokens', 'api_keys', 'two_factor', 'recovery_codes'],
      ...['password_resets', 'login_delays', 'security_events', 'signing_keys'],
    ],
    takesCookies: true,
  },
} as const satisfies Readonly<Record<string, ServiceEntry>>;

export type ServiceName = keyof typeof SERVICES;
/** The variables that list replicas of a service. */
export type ReplicasVariable = (typeof SERVICES)[ServiceName]['variable'];

/** A service that the gateway can stand in front of. */
export type KnownService = ServiceEntry & { name: ServiceName; variable: ReplicasVariable };

export function knownServices(): KnownService[] {
  return names().map((name) => ({ name, ...SERVICES[name] }));
}

function names(): ServiceName[] {
  return Object.keys(SERVICES) as ServiceName[];
}

/** The known services that do not run in this process. */
export function absentServices(here: ReadonlySet<string>): KnownService[] {
  return knownServices().filter(({ name }) => !here.has(name));
}

/** The service that owns a path or the pattern of a route, such as `/api/market/price/:coin_id`. */
export function ownerOf(path: string): ServiceName | undefined {
  return names().find((name) =>
    SERVICES[name].prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
  );
}

/** Matches the paths, and the patterns of routes, of services whose reads are the same for everybody. */
export function sharedPaths(): RegExp {
  const prefixes = knownServices().flatMap((service) => (service.isShared ? service.prefixes : []));
  return new RegExp(`^(?:${prefixes.join('|')})(?:/|$)`);
}

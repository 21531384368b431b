// Made from the description of the server by `npm run generate -w @tidemark/client`.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process is alive */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether every module does its work */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus metrics */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/coins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coins that are followed */
        get: operations["listCoins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices of all coins, or of those named, without those that have none yet */
        get: operations["listPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/price/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Current price of a coin, with its sources */
        get: operations["getPrice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/movers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coins that rose and fell the most */
        get: operations["listMovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/candles/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Candles of a coin, oldest first */
        get: operations["listCandles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/exchanges/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each venue says of a coin now */
        get: operations["listExchangeQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/arbitrage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Price differences between venues, net of taker fees; both quotes fresh */
        get: operations["listArbitrage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of each venue’s feed */
        get: operations["getFeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What currencies and the dollar’s stablecoins are worth in US dollars now */
        get: operations["listCurrencyRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/rates/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a currency was worth in US dollars, day by day, the oldest first */
        get: operations["listDailyRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far back daily candles of coins go */
        get: operations["getHistoryReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether anyone may make an account */
        get: operations["getRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account and sign in; the first one is the administrator */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by email or username */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a session: a new access token for the refresh token, and the next one */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session that the body, the access token or the cookie names */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every session of your account, this one too */
        post: operations["logoutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of your sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your account; for an administrator anyone’s */
        get: operations["getAccount"];
        /** Change your username or email */
        put: operations["updateAccount"];
        post?: never;
        /** Delete your account, its sessions, keys and preferences; its portfolios and watchlists a week later */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of access tokens: a JWK set (RFC 7517), without the envelope */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether your second factor is on, and how many recovery codes are left */
        get: operations["getTwoFactor"];
        put?: never;
        /** Begin a second factor: a secret for your authenticator, to be confirmed by a code */
        post: operations["beginTwoFactor"];
        /** Turn the second factor off, with password and code */
        delete: operations["disableTwoFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor on with a code; answers the recovery codes, this once */
        post: operations["confirmTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes, with password and code; the old ones are void */
        post: operations["replaceRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your preferences */
        get: operations["getPreferences"];
        /** Change preferences; what is left out stays as it is */
        put: operations["updatePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link that resets a password; the answer is the same whoever asks */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the token of a link; every session and API key ends, the second factor stays */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your password; every other session ends, API keys stay */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your API keys, newest first, without the keys themselves */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key; the answer is the only one that has it */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key, at once and everywhere */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to your account, newest first */
        get: operations["listSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to all accounts, newest first */
        get: operations["listAllSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, newest first */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account */
        get: operations["getAnyAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Close or open an account, or change its role */
        patch: operations["updateAnyAccount"];
        trace?: never;
    };
    "/api/admin/cache/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Drop a group of cached values; they are read anew */
        delete: operations["dropCache"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign access tokens with a new key; those signed already stay good */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your portfolios, newest first */
        get: operations["listPortfolios"];
        put?: never;
        /** Make a portfolio, one of at most 100 */
        post: operations["createPortfolio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same, by the id of your account */
        get: operations["listPortfoliosOfUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A portfolio of yours */
        get: operations["getPortfolio"];
        put?: never;
        post?: never;
        /** Delete a portfolio; it can be restored */
        delete: operations["deletePortfolio"];
        options?: never;
        head?: never;
        /** Change the name or the currency; what is left out stays as it is */
        patch: operations["updatePortfolio"];
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted portfolio back; one that is not deleted stays as it is */
        post: operations["restorePortfolio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transactions, newest first; of equal times the one that was put in last */
        get: operations["listTransactions"];
        put?: never;
        /** Put a transaction in, one of at most 1,000,000 of a portfolio */
        post: operations["createTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/transactions/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transaction */
        get: operations["getTransaction"];
        /** Put another in the place of a transaction */
        put: operations["replaceTransaction"];
        post?: never;
        /** Remove a transaction for good */
        delete: operations["deleteTransaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of each asset, in all and in each wallet: exact sums of movements */
        get: operations["getBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is, by asset: balances of all transactions */
        get: operations["listAssets"];
        put?: never;
        /** Put an asset in: bought, with the money for it, where its price is said */
        post: operations["addAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/assets/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how much there is of an asset; what is missing or too much comes or goes now */
        put: operations["setAsset"];
        post?: never;
        /** Take all that there is of an asset out; its past stays */
        delete: operations["removeAsset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your watchlists, in your order */
        get: operations["listWatchlists"];
        put?: never;
        /** Make a watchlist, one of at most 20; it is the last one */
        post: operations["createWatchlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlist/{watchlist_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A watchlist of yours */
        get: operations["getWatchlist"];
        put?: never;
        post?: never;
        /** Delete a watchlist for good; those behind it move up */
        delete: operations["deleteWatchlist"];
        options?: never;
        head?: never;
        /** Rename it, move it, arrange its coins; what is left out stays as it is */
        patch: operations["updateWatchlist"];
        trace?: never;
    };
    "/api/watchlist/{watchlist_id}/coins/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a coin into a watchlist of at most 200, with a note or without */
        put: operations["watchCoin"];
        post?: never;
        /** Take a coin out of a watchlist */
        delete: operations["unwatchCoin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shares that are wanted, in percent of the value of all */
        get: operations["getTargets"];
        /** Put other shares in the place of those that are wanted; an empty list removes them */
        put: operations["replaceTargets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it was worth on each day, against bitcoin, money and equal parts of its coins */
        get: operations["getPortfolioHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/history.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["getPortfolioHistoryFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Volatility, drawdown, value at risk and correlation with bitcoin, of daily returns */
        get: operations["getPortfolioRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each asset gained, the best first; together they are what the portfolio gained */
        get: operations["getContributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a portfolio is worth now, what it cost and gained, and each position */
        get: operations["getPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/positions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is held, with values and gains, as CSV */
        get: operations["exportPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/gains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Realised gains and income by calendar year, UTC */
        get: operations["getGains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/disposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was disposed of and gained by it, newest first; of other money too */
        get: operations["listDisposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is left of what was acquired, by asset and then the oldest first */
        get: operations["listLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/disposals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disposals with their gains, oldest first, as CSV: all, or those of a year */
        get: operations["exportDisposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/how/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a figure was computed: its inputs, method, convention and rows */
        get: operations["getHowComputed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/disposals/{n}/how": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the gain of one disposal was computed */
        get: operations["getHowDisposalComputed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/asset-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each asset that was ever moved gets its price, by name */
        get: operations["listAssetSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/asset-settings/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which coin an asset is, and give prices by hand where the market has none */
        put: operations["setAssetSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that were sent and not put in yet, newest first; kept for a day */
        get: operations["listImportFiles"];
        put?: never;
        /** Send a file of at most 64 MB that is to be imported; nothing is put in yet */
        post: operations["sendImportFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a file would put in, or how far it is read */
        get: operations["getImportFile"];
        put?: never;
        post?: never;
        /** Forget a file that was sent */
        delete: operations["deleteImportFile"];
        options?: never;
        head?: never;
        /** Read a file again, with another time zone or by other columns */
        patch: operations["rereadImportFile"];
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 100 imports, newest first */
        get: operations["listImports"];
        put?: never;
        /** Put files in that were sent, all of them or nothing; ask for the import until it is done */
        post: operations["importFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import, and how far it is */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /** Take back all that an import put in, changed since or not; its rows are new again */
        delete: operations["undoImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mappings of columns that you keep, by name */
        get: operations["listColumnMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/mappings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Keep a mapping no longer */
        delete: operations["deleteColumnMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/transactions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every transaction with its movements, oldest first, as CSV that imports again to the same ledger */
        get: operations["exportTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portfolio/{portfolio_id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report of a calendar year, or of all of them, as a PDF */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/moving-average/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A moving average of the closes, at each of the newest bars */
        get: operations["getMovingAverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/moving-average": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The moving averages of several coins */
        get: operations["listMovingAverages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/indicators/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Indicators by name, at each of the newest bars */
        get: operations["getIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The indicators of several coins */
        get: operations["listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/volatility/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far prices lay from their mean, and realized volatility */
        get: operations["getVolatility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/volatility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The volatility of several coins */
        get: operations["listVolatilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/correlation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Correlation of two coins, and the beta of the first to the second */
        get: operations["getCorrelation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/correlation/{coin_1}/{coin_2}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same, with the coins in the path */
        get: operations["getCorrelationOfPair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/correlation-matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Correlation of every pair of several coins */
        get: operations["getCorrelationMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/risk/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drawdown, Sharpe, Sortino, Calmar, value at risk and beta, of daily closes */
        get: operations["getRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The risk of several coins */
        get: operations["listRisks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/breadth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The share of coins above their 20 and 50 day averages */
        get: operations["getBreadth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/ranks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coins by volatility and by volume */
        get: operations["getRanks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/fear-greed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An index of fear and greed, with what it is made of */
        get: operations["getFearGreed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/regimes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which market each coin is in, and the numbers that decide it */
        get: operations["getRegimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/daily/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics as they were stored at the end of each day, oldest first */
        get: operations["listDailyMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rule would have come to on stored candles, beside holding */
        post: operations["runBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News with what they sound like and the words that decided it, newest first */
        get: operations["listNews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/news/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News about a coin, or all of it for `market`, newest first */
        get: operations["listNewsOfCoin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where news come from, what that costs, and how reading them goes */
        get: operations["listNewsSources"];
        put?: never;
        /** Add an RSS or Atom feed; it is read at once */
        post: operations["addNewsSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Name, weigh or mute a source; what it told before counts by it too */
        patch: operations["changeNewsSource"];
        trace?: never;
    };
    "/api/sentiment/rescoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far scoring the articles anew has come */
        get: operations["getRescoring"];
        put?: never;
        /** Score all articles anew that another model scored, in batches */
        post: operations["beginRescoring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/opinions/{article_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you said of an article */
        get: operations["opinion"];
        /** Say what an article sounds like to you; it is kept for the next training alone */
        put: operations["sayOpinion"];
        post?: never;
        /** Take back what you said of an article; nothing where you said nothing */
        delete: operations["takeOpinionBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the news of several coins sounds like now */
        get: operations["compareSentiment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/trending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coins that more is told of than usual */
        get: operations["listTrendingCoins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the news of a coin sounds like now, and what that rests on */
        get: operations["getSentiment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/{coin_id}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the news of a coin sounded like, hour by hour or day by day, the oldest first */
        get: operations["getSentimentTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/trend/{coin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the news of a coin sounded like, hour by hour or day by day, the oldest first */
        get: operations["getTrendOfSentiment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sentiment/{coin_id}/lead-lag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the news of a coin and its hourly returns go together, and which comes first */
        get: operations["getSentimentLeadLag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your alerts, the newest first */
        get: operations["listAlerts"];
        put?: never;
        /** Make an alert, one of at most 1,000 */
        post: operations["createAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{alert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An alert of yours */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        /** Delete an alert for good; what it fired stays in the history */
        delete: operations["deleteAlert"];
        options?: never;
        head?: never;
        /** Change it; with other coins, another condition, or switched on it begins anew */
        patch: operations["updateAlert"];
        trace?: never;
    };
    "/api/alerts/read-line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read an alert that is written in one line; nothing is made */
        post: operations["readAlertLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** When an alert would have fired, by stored candles; nothing is made */
        post: operations["previewAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/firings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What your alerts fired, the newest first */
        get: operations["listAlertFirings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/unseen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much fired that you have not seen */
        get: operations["getUnseenAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you have seen what fired */
        post: operations["markAlertsSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your alerts, as a file of them may be imported; channels are left out */
        get: operations["exportAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the alerts of a file, all of them or none; those that there are stay */
        post: operations["importAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your channels, oldest first */
        get: operations["listAlertChannels"];
        put?: never;
        /** Make a channel, one of at most 20; an account sends 20 mails a day at most */
        post: operations["createAlertChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/channels/{channel_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a channel for good, with what waits for it and its log */
        delete: operations["deleteAlertChannel"];
        options?: never;
        head?: never;
        /** Name a channel; where it leads is not changed: make another one */
        patch: operations["renameAlertChannel"];
        trace?: never;
    };
    "/api/alerts/channels/{channel_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message now, once in 5 s at most; it is not tried again */
        post: operations["testAlertChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key that a browser subscribes to push messages with */
        get: operations["getPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to your channels, waits and was given up on, newest first */
        get: operations["listAlertDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/deliveries/{delivery_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again what was given up on, as if it had not been tried */
        post: operations["sendAlertAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many alerts there are, fire, are sent and fail, of all accounts */
        get: operations["countAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stream/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket that opens one WebSocket as you: `?ticket=…`, within 30 s */
        post: operations["createStreamTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountChange: {
            username?: components["schemas"]["Username"];
            /** Format: email */
            email?: string;
            /** @description needed where the email changes */
            current_password?: string;
        };
        AccountDeletion: {
            password: string;
        };
        /** @enum {string} */
        AccountingMethod: "fifo" | "lifo" | "hifo" | "lofo" | "average" | "uk_pool";
        /**
         * @description lots of all places together, or each wallet for itself
         * @enum {string}
         */
        AccountingPools: "one" | "per_wallet";
        AdminUserChange: {
            /** @description false ends every session of the account */
            is_active?: boolean;
            role?: components["schemas"]["UserRole"];
        };
        Alert: {
            /** Format: uuid */
            alert_id: string;
            name: string;
            /** @description the condition in words */
            rule: string;
            /** @description null: every coin that is followed */
            coins: components["schemas"]["CoinId"][] | null;
            condition: components["schemas"]["AlertCondition"];
            recurring: boolean;
            /** Format: double */
            hysteresis_pct: number;
            /** Format: int64 */
            cooldown_s: number;
            on_degraded: boolean;
            /**
             * Format: int64
             * @description epoch ms; null: never
             */
            expires_at: number | null;
            /**
             * Format: int64
             * @description epoch ms; null: is sent
             */
            muted_until: number | null;
            /** @description null: sent at any hour */
            schedule: components["schemas"]["AlertSchedule"] | null;
            channels: string[];
            is_on: boolean;
            /** @description null: none */
            note: string | null;
            status: components["schemas"]["AlertStatus"];
            /**
             * Format: int64
             * @description how often, of all its coins
             */
            fired: number;
            /**
             * Format: int64
             * @description epoch ms; null: never
             */
            last_fired_at: number | null;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: int64
             * @description as in its `ETag`
             */
            version: number;
        };
        AlertAnswer: {
            success: boolean;
            data: components["schemas"]["Alert"];
            meta: components["schemas"]["Meta"];
        };
        AlertAttempt: {
            /**
             * Format: int64
             * @description when it ended, epoch ms
             */
            at: number;
            /** @description whether the other side took it */
            ok: boolean;
            /** @description what the other side said, or why it could not be asked */
            answer: string;
        };
        AlertChange: {
            /** @description null: it is called by its condition */
            name?: string | null;
            /** @description each once; null: every coin that is followed */
            coins?: string[] | null;
            condition?: components["schemas"]["AlertCondition"];
            /**
             * @description false: fires once for each coin, then is done
             * @default false
             */
            recurring: boolean;
            /**
             * Format: double
             * @description how far back past the bound the value must go before a recurring alert can fire again, percent of the bound
             * @default 0.5
             */
            hysteresis_pct: number;
            /**
             * Format: int64
             * @description after a firing, how long the coin does not fire again, seconds
             * @default 300
             */
            cooldown_s: number;
            /**
             * @description whether a degraded price counts; a stale one never does
             * @default false
             */
            on_degraded: boolean;
            /**
             * Format: int64
             * @description null: never
             */
            expires_at?: number | null;
            /**
             * Format: int64
             * @description null: is sent
             */
            muted_until?: number | null;
            /** @description null: sent at any hour */
            schedule?: components["schemas"]["AlertSchedule"] | null;
            /** @description ids of channels of yours that it is sent to, beside the list in the app */
            channels?: string[];
            /**
             * @description false: does not fire
             * @default true
             */
            is_on: boolean;
            /** @description of yours, sent with it; null: none */
            note?: string | null;
        };
        AlertChannel: {
            /** Format: uuid */
            channel_id: string;
            kind: components["schemas"]["AlertChannelKind"];
            name: string;
            /** @description where it leads, without what opens it */
            to: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: int64
             * @description when the other side said that it is no more; null: it is, epoch ms
             */
            gone_at: number | null;
        };
        AlertChannelChange: {
            /** @description to tell it from others */
            name: string;
        };
        /** @enum {string} */
        AlertChannelKind: "webhook" | "push" | "mail" | "telegram";
        AlertChannelRequest: {
            /** @enum {string} */
            kind: "webhook";
            /** @description to tell it from others */
            name: string;
            settings: components["schemas"]["WebhookSettings"];
        } | {
            /** @enum {string} */
            kind: "push";
            /** @description to tell it from others */
            name: string;
            settings: components["schemas"]["PushSettings"];
        } | {
            /** @enum {string} */
            kind: "mail";
            /** @description to tell it from others */
            name: string;
            settings: components["schemas"]["MailSettings"];
        } | {
            /** @enum {string} */
            kind: "telegram";
            /** @description to tell it from others */
            name: string;
            settings: components["schemas"]["TelegramSettings"];
        };
        AlertChannelTest: {
            /**
             * Format: uuid
             * @description of it in the log
             */
            delivery_id: string;
            /** @description whether the other side took it */
            ok: boolean;
            /** @description what the other side said, or why it could not be asked */
            answer: string;
        };
        AlertCondition: {
            quantity: components["schemas"]["AlertQuantity"];
            direction: components["schemas"]["AlertDirection"];
            /**
             * Format: double
             * @description USD of `price`, percent of the others
             */
            bound: number;
            /**
             * Format: int64
             * @description minutes: 5, 15, 60, 240 or 1440; of `move` alone, which has 60 where it is left out
             */
            window_min?: number;
            /**
             * Format: int64
             * @description how long it has to hold without a break before the alert fires, seconds
             * @default 0
             */
            for_s: number;
        };
        AlertCounts: {
            /** Format: int64 */
            alerts: number;
            /**
             * Format: int64
             * @description that have any
             */
            accounts: number;
            /** Format: int64 */
            fired_24h: number;
            /** Format: int64 */
            sent_24h: number;
            /**
             * Format: int64
             * @description to be sent
             */
            waiting: number;
            /**
             * Format: int64
             * @description given up on
             */
            dead: number;
            kinds: components["schemas"]["AlertKindCounts"][];
        };
        AlertDelivery: {
            /** Format: uuid */
            delivery_id: string;
            /**
             * Format: uuid
             * @description null: a test of the channel
             */
            firing_id: string | null;
            /** Format: uuid */
            channel_id: string;
            /** @description name of the channel */
            channel: string;
            /** @description name of the alert; null: a test */
            alert: string | null;
            /** @description null: a test */
            coin_id: components["schemas"]["CoinId"] | null;
            state: components["schemas"]["AlertDeliveryState"];
            /** @description what was last said of it; null: nothing yet */
            answer: string | null;
            /**
             * Format: int64
             * @description epoch ms
             */
            created_at: number;
            /**
             * Format: int64
             * @description when it is sent, or tried again, at the earliest; null: not any more, epoch ms
             */
            next_at: number | null;
            /**
             * Format: int64
             * @description when it was sent or given up on; null: it waits, epoch ms
             */
            ended_at: number | null;
            /** @description oldest first */
            attempts: components["schemas"]["AlertAttempt"][];
        };
        /**
         * @description waiting: to be sent, or to be tried again; sent: the other side took it; dead: given up on
         * @enum {string}
         */
        AlertDeliveryState: "waiting" | "sent" | "dead";
        /**
         * @description above, below: at the bound or past it, at once if it is so already; crosses: comes to it from the other side
         * @enum {string}
         */
        AlertDirection: "above" | "below" | "crosses_above" | "crosses_below";
        AlertFiring: {
            /** Format: uuid */
            firing_id: string;
            /** Format: uuid */
            alert_id: string;
            /**
             * Format: uuid
             * @description id of an account
             */
            user_id: string;
            /** @description of the alert */
            name: string;
            /** @description the condition in words */
            rule: string;
            coin_id: components["schemas"]["CoinId"];
            /**
             * Format: int64
             * @description when it came true, epoch ms; of a late one the minute’s open
             */
            at: number;
            /**
             * Format: int64
             * @description when that was known, epoch ms
             */
            told_at: number;
            /**
             * Format: double
             * @description what reached the bound
             */
            value: number;
            /**
             * Format: double
             * @description USD, at that moment; of a late one the minute’s close
             */
            price: number;
            quality: components["schemas"]["Quality"];
            simulated: boolean;
            /** @description venues whose prices count */
            sources: string[];
            /** @description true: came true while no prices came, and was found in repaired candles */
            late: boolean;
            /** @description of the alert; null: none */
            note: string | null;
            /** @description whether its owner has seen it in the app */
            seen: boolean;
        };
        AlertKindCounts: {
            kind: string;
            /** Format: int64 */
            sent_24h: number;
            /**
             * Format: int64
             * @description attempts
             */
            failed_24h: number;
        };
        AlertLine: {
            /** @description such as `BTC < 60k for 5 min` */
            line: string;
        };
        AlertListAnswer: {
            success: boolean;
            data: components["schemas"]["Alert"][];
            meta: components["schemas"]["Meta"];
        };
        AlertPreview: {
            coin_id: components["schemas"]["CoinId"];
            rule: string;
            /**
             * Format: int64
             * @description open of the first bar that was looked at, epoch ms
             */
            from: number;
            /**
             * Format: int64
             * @description end of the last one, epoch ms
             */
            to: number;
            /** @description of the bars that were looked at */
            interval: string;
            /** Format: int64 */
            bars: number;
            /** @description oldest first */
            firings: components["schemas"]["AlertPreviewFiring"][];
            /** @description what bars cannot tell, in words */
            assumptions: string[];
        };
        AlertPreviewFiring: {
            /**
             * Format: int64
             * @description open of the bar, epoch ms
             */
            at: number;
            /** Format: double */
            value: number;
            /**
             * Format: double
             * @description close of the bar, USD
             */
            price: number;
        };
        AlertPreviewRequest: {
            /**
             * @description slug of a coin in any case, no ticker
             * @example bitcoin
             */
            coin_id: string;
            condition: components["schemas"]["AlertCondition"];
            /**
             * @description false: fires once for each coin, then is done
             * @default false
             */
            recurring: boolean;
            /**
             * Format: double
             * @description how far back past the bound the value must go before a recurring alert can fire again, percent of the bound
             * @default 0.5
             */
            hysteresis_pct: number;
            /**
             * Format: int64
             * @description after a firing, how long the coin does not fire again, seconds
             * @default 300
             */
            cooldown_s: number;
            /**
             * Format: int64
             * @description how far back
             * @default 90
             */
            days: number;
        };
        /**
         * @description price: USD; move: percent from the lowest (up) or highest (down) price within the window; change_24h: percent; spread: of the venues’ prices, percent of their middle
         * @enum {string}
         */
        AlertQuantity: "price" | "move" | "change_24h" | "spread";
        AlertRequest: {
            /** @description null: it is called by its condition */
            name?: string | null;
            /** @description each once; null: every coin that is followed */
            coins: string[] | null;
            condition: components["schemas"]["AlertCondition"];
            /**
             * @description false: fires once for each coin, then is done
             * @default false
             */
            recurring: boolean;
            /**
             * Format: double
             * @description how far back past the bound the value must go before a recurring alert can fire again, percent of the bound
             * @default 0.5
             */
            hysteresis_pct: number;
            /**
             * Format: int64
             * @description after a firing, how long the coin does not fire again, seconds
             * @default 300
             */
            cooldown_s: number;
            /**
             * @description whether a degraded price counts; a stale one never does
             * @default false
             */
            on_degraded: boolean;
            /**
             * Format: int64
             * @description null: never
             */
            expires_at?: number | null;
            /**
             * Format: int64
             * @description null: is sent
             */
            muted_until?: number | null;
            /** @description null: sent at any hour */
            schedule?: components["schemas"]["AlertSchedule"] | null;
            /** @description ids of channels of yours that it is sent to, beside the list in the app */
            channels?: string[];
            /**
             * @description false: does not fire
             * @default true
             */
            is_on: boolean;
            /** @description of yours, sent with it; null: none */
            note?: string | null;
        };
        /** @description hours in which nothing is sent: what fires then is sent at their end */
        AlertSchedule: {
            /** @description such as 22:00 */
            quiet_from: string;
            /** @description such as 07:00 */
            quiet_to: string;
            /** @description IANA name, such as Europe/Berlin */
            time_zone: string;
        };
        /**
         * @description waiting: can fire; holding: past the bound, until `for_s` is over; fired: waits for the value to go back; done: fired once for every coin; off; expired
         * @enum {string}
         */
        AlertStatus: "waiting" | "holding" | "fired" | "done" | "off" | "expired";
        AlertUnseen: {
            /** Format: int64 */
            unseen: number;
            /**
             * Format: double
             * @description epoch ms of the newest; null: none
             */
            latest: number | null;
        };
        AlertUnseenAnswer: {
            success: boolean;
            data: components["schemas"]["AlertUnseen"];
            meta: components["schemas"]["Meta"];
        };
        /** @description alerts to keep or to take elsewhere; channels stay with their account */
        AlertsFile: {
            /**
             * Format: int64
             * @description version of the form: 1
             */
            tidemark_alerts: number;
            alerts: components["schemas"]["FiledAlert"][];
        };
        AlertsSeen: {
            /**
             * Format: int64
             * @description what was told up to then has been seen, epoch ms
             */
            through: number;
        };
        ApiKey: {
            /** Format: uuid */
            key_id: string;
            name: string;
            scope: components["schemas"]["ApiKeyScope"];
            /** @description its first characters, to know it by */
            hint: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description to within a minute; null: never
             */
            last_used_at: string | null;
        };
        ApiKeyRequest: {
            /** @description what it is for */
            name: string;
            scope: components["schemas"]["ApiKeyScope"];
            /**
             * Format: date-time
             * @description when it ends by itself; absent or null: never
             */
            expires_at?: string | null;
        };
        /** @enum {string} */
        ApiKeyScope: "read" | "read_write";
        Arbitrage: {
            coin_id: string;
            buy_exchange: components["schemas"]["Exchange"];
            sell_exchange: components["schemas"]["Exchange"];
            /**
             * Format: double
             * @description best ask where one buys, USD
             */
            buy_price: number;
            /**
             * Format: double
             * @description best bid where one sells, USD
             */
            sell_price: number;
            /**
             * Format: double
             * @description (sell - buy) / buy, percent, before fees
             */
            gross_pct: number;
            /**
             * Format: double
             * @description taker fees of both legs, percent of the bought value
             */
            fees_pct: number;
            /**
             * Format: double
             * @description what is left after both taker fees, percent
             */
            net_pct: number;
            /**
             * Format: int64
             * @description age of the older of the two quotes
             */
            max_age_ms: number;
        };
        Article: {
            /**
             * Format: int64
             * @description grows with each article that is taken
             */
            article_id: number;
            /**
             * Format: int64
             * @description the same for all articles that tell the same
             */
            story_id: number;
            /**
             * Format: int64
             * @description articles that tell this story
             */
            told_by: number;
            title: string;
            summary: string | null;
            url: string;
            source_id: string;
            /** @description its name */
            source: string;
            authors: string[];
            /**
             * Format: int64
             * @description epoch ms; when it was fetched, where nobody says
             */
            published_at: number;
            /**
             * Format: int64
             * @description as its source says, epoch ms
             */
            updated_at: number | null;
            /**
             * Format: int64
             * @description epoch ms
             */
            fetched_at: number;
            /** @description ISO 639-1; null: not known */
            language: string | null;
            /** @description that it is about */
            coins: components["schemas"]["CoinId"][];
            /** @description null: not in the language of the model, which is English, and so not scored */
            sentiment: components["schemas"]["ArticleScore"] | null;
        };
        ArticleListAnswer: {
            success: boolean;
            data: components["schemas"]["Article"][];
            meta: components["schemas"]["Meta"];
        };
        ArticleScore: {
            /**
             * Format: double
             * @description positive less negative
             */
            score: number;
            /**
             * Format: double
             * @description calibrated probability
             */
            negative: number;
            /**
             * Format: double
             * @description calibrated probability
             */
            neutral: number;
            /**
             * Format: double
             * @description calibrated probability
             */
            positive: number;
            label: components["schemas"]["SentimentLabel"];
            /** @description the words that decided, the most first */
            words: components["schemas"]["DecidingWord"][];
            /** @description name and version */
            model: string;
        };
        AssetChange: {
            /** @description how much there is to be; decimal, zero or more */
            quantity: string;
        };
        AssetChanged: {
            asset: string;
            /** @description what there is now */
            quantity: components["schemas"]["Decimal"];
            /** @description that were written, one for each wallet; empty: there was as much */
            transactions: components["schemas"]["Transaction"][];
        };
        AssetChangedAnswer: {
            success: boolean;
            data: components["schemas"]["AssetChanged"];
            meta: components["schemas"]["Meta"];
        };
        /**
         * @description `other`: nothing is known of it but what was put in
         * @enum {string}
         */
        AssetKind: "coin" | "money" | "other";
        AssetPrice: {
            /** @description for one unit */
            amount: components["schemas"]["Decimal"];
            source: components["schemas"]["AssetPriceSource"];
            /**
             * Format: int64
             * @description when it was true, epoch ms
             */
            as_of: number;
            quality: components["schemas"]["WorthQuality"];
        };
        /**
         * @description the live price of a coin, a rate of money, or given by hand
         * @enum {string}
         */
        AssetPriceSource: "market" | "rate" | "manual";
        /** @description of `swap` */
        AssetQuantity: {
            /** @description as the venue names it, such as `BTC` or `EUR`; wholly small letters are read as capitals */
            asset: string;
            /** @description how much of it; decimal, over zero */
            quantity: string;
        };
        AssetRequest: {
            /** @description as the venue names it, such as `BTC`; or */
            asset?: string;
            /**
             * @description slug of a coin in any case, no ticker
             * @example bitcoin
             */
            coin_id?: string;
            /** @description how much came; decimal, over zero */
            quantity: string;
            /** @description money per unit; left out: it came from elsewhere, at what it was worth then; decimal, over zero */
            purchase_price?: string;
            /** @description of the price, ISO 4217; left out: that of the portfolio */
            currency?: string;
            /** @description when it came, a day or a time with its offset; left out: now */
            purchase_date?: string;
        };
        AssetSetting: {
            asset: string;
            /** @description null: priced by hand, or not at all */
            coin_id: string | null;
            /** @description somebody said which coin it is; else its name did */
            is_mapped: boolean;
            /** @description given by hand, in the base currency; each holds until the next */
            prices: components["schemas"]["ManualPrice"][];
        };
        AssetSettingRequest: {
            /** @description null: no coin; of `is_mapped` alone */
            coin_id: string | null;
            /** @description false: its name says which coin it is */
            is_mapped: boolean;
            prices: components["schemas"]["ManualPriceRequest"][];
        };
        AverageBreadth: {
            /**
             * Format: int64
             * @description days of the average
             */
            period: number;
            /**
             * Format: int64
             * @description coins that close above it
             */
            above: number;
            /**
             * Format: int64
             * @description coins that have an average
             */
            known: number;
            /**
             * Format: int64
             * @description coins looked at
             */
            coins: number;
            /**
             * Format: double
             * @description above by known, fraction
             */
            share: number | null;
        };
        Backtest: {
            coin_id: components["schemas"]["CoinId"];
            /** @description the rule, with every parameter */
            entry: string;
            /** @description null: when entry holds no more */
            exit: string | null;
            /** @description at the start, USD, exact */
            initial_cash: components["schemas"]["Decimal"];
            /** Format: double */
            fee_pct: number;
            /** Format: double */
            slippage_pct: number;
            /**
             * Format: double
             * @description percent
             */
            stop_loss_pct: number | null;
            /**
             * Format: double
             * @description percent
             */
            take_profit_pct: number | null;
            /**
             * Format: int64
             * @description open of the first bar of the period; null: there is none, epoch ms
             */
            first_bar_time: number | null;
            /**
             * Format: int64
             * @description first bar that the entry rule was warm at; null: none, epoch ms
             */
            entry_known_from: number | null;
            summary: components["schemas"]["BacktestSummary"];
            holding: components["schemas"]["Holding"];
            /** @description closed, oldest first */
            trades: components["schemas"]["BacktestTrade"][];
            /** @description what is still held at the last close; it is not closed */
            open_position: components["schemas"]["BacktestPosition"] | null;
            /** @description decided at the last close; it waits for the next bar */
            pending_order: components["schemas"]["TradeSide"] | null;
            /** @description oldest first; of more bars than `equity_points`: some at even distances, the first, the last and the deepest */
            equity: components["schemas"]["EquityPoint"][];
            /** @description what was taken for granted, in words */
            assumptions: string[];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        BacktestDrawdown: {
            /**
             * Format: double
             * @description deepest fall from a peak, fraction: 0.3 is 30 % down
             */
            depth: number;
            /**
             * Format: int64
             * @description the peak before it; null: never fell, epoch ms
             */
            peak_time: number | null;
            /**
             * Format: int64
             * @description its lowest close; null: never fell, epoch ms
             */
            trough_time: number | null;
            /**
             * Format: int64
             * @description when the peak was reached again; null: not yet, epoch ms
             */
            recovered_time: number | null;
        };
        BacktestPosition: {
            /**
             * Format: int64
             * @description open of the bar that it was bought in, epoch ms
             */
            entry_time: number;
            /**
             * Format: double
             * @description paid for a coin, slippage included, USD
             */
            entry_price: number;
            /** @description coins, exact */
            quantity: string;
            /** @description paid, the fee included, USD, exact */
            cost: components["schemas"]["Decimal"];
            /** @description of the entry, USD, exact */
            fees: components["schemas"]["Decimal"];
            /** @description at the last close, no fee taken off, USD, exact */
            value: components["schemas"]["Decimal"];
            /** @description value − cost, not realised, USD, exact */
            profit: components["schemas"]["Decimal"];
            /**
             * Format: double
             * @description percent of the cost
             */
            profit_pct: number;
            /**
             * Format: int64
             * @description bars from the entry to the last
             */
            bars_held: number;
        };
        BacktestRequest: {
            /**
             * @description slug of a coin in any case, no ticker
             * @example bitcoin
             */
            coin_id: string;
            interval: components["schemas"]["Interval"];
            /** @description buys when it holds, such as `rsi(14) < 30 and close > sma(200)` */
            entry: string;
            /** @description sells when it holds; left out: when `entry` holds no more */
            exit?: string;
            /**
             * Format: int64
             * @description bars that open at or after this; earlier ones warm the rules, epoch ms
             */
            from?: number;
            /**
             * Format: int64
             * @description bars that open before this, epoch ms
             */
            to?: number;
            /** @description USD, at least 1; left out: 10000 */
            initial_cash?: string | number;
            /**
             * Format: double
             * @description of what is bought or sold, for each side, percent
             * @default 0.1
             */
            fee_pct: number;
            /**
             * Format: double
             * @description how much worse than the price every trade is, percent
             * @default 0
             */
            slippage_pct: number;
            /**
             * Format: double
             * @description sells within a bar this far below the entry price, percent
             */
            stop_loss_pct?: number;
            /**
             * Format: double
             * @description sells within a bar this far above the entry price, percent
             */
            take_profit_pct?: number;
            /**
             * Format: int64
             * @description most points of `equity` that are given
             * @default 1000
             */
            equity_points: number;
        };
        BacktestSummary: {
            /** @description cash, and coins at the last close, USD, exact */
            final_equity: components["schemas"]["Decimal"];
            /**
             * Format: double
             * @description fraction of the initial cash
             */
            total_return: number;
            /**
             * Format: double
             * @description fraction a year of 365 days; null under 28 days
             */
            annualized_return: number | null;
            max_drawdown: components["schemas"]["BacktestDrawdown"];
            /** @description of every trade, USD, exact */
            fees_paid: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description closed; one that is still open is not among them
             */
            trades: number;
            /**
             * Format: int64
             * @description with a profit after fees
             */
            wins: number;
            /**
             * Format: int64
             * @description with a loss after fees
             */
            losses: number;
            /**
             * Format: double
             * @description wins by trades, fraction; null without trades
             */
            win_rate: number | null;
            average_win: components["schemas"]["Decimal"] | null;
            average_loss: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description percent of the cost; null without any
             */
            average_win_pct: number | null;
            /**
             * Format: double
             * @description percent of the cost, negative; null without any
             */
            average_loss_pct: number | null;
            /**
             * Format: double
             * @description all that was won by all that was lost; null without losses
             */
            profit_factor: number | null;
            /**
             * Format: double
             * @description share of bars with coins in hand, fraction; null without bars
             */
            exposure: number | null;
        };
        BacktestTrade: {
            /**
             * Format: int64
             * @description open of the bar that it was bought in, epoch ms
             */
            entry_time: number;
            /**
             * Format: double
             * @description paid for a coin, slippage included, USD
             */
            entry_price: number;
            /** @description coins, exact */
            quantity: string;
            /** @description paid, the fee included, USD, exact */
            cost: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description open of the bar that it was sold in, epoch ms
             */
            exit_time: number;
            /**
             * Format: double
             * @description got for a coin, slippage taken off, USD
             */
            exit_price: number;
            /** @description got, the fee taken off, USD, exact */
            proceeds: components["schemas"]["Decimal"];
            /** @description of both sides, USD, exact */
            fees: components["schemas"]["Decimal"];
            /** @description proceeds − cost, USD, exact */
            profit: components["schemas"]["Decimal"];
            /**
             * Format: double
             * @description percent of the cost
             */
            profit_pct: number;
            /**
             * Format: int64
             * @description bars from the entry to the exit
             */
            bars_held: number;
            reason: components["schemas"]["ExitReason"];
        };
        Balance: {
            asset: string;
            /** @description the sum of all its movements, exact */
            amount: components["schemas"]["Decimal"];
            wallets: components["schemas"]["WalletBalance"][];
        };
        Balances: {
            /**
             * Format: date-time
             * @description of which moment; null: of all there is
             */
            at: string | null;
            /** @description by asset */
            balances: components["schemas"]["Balance"][];
        };
        Breadth: {
            averages: components["schemas"]["AverageBreadth"][];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        CacheDropped: {
            group: components["schemas"]["CacheGroup"];
            /** Format: int64 */
            deleted: number;
        };
        /** @enum {string} */
        CacheGroup: "price" | "analytics" | "sentiment" | "portfolio" | "preferences";
        Candle: {
            /**
             * Format: int64
             * @description the bar's open, epoch ms
             */
            time: number;
            /** Format: double */
            open: number;
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            close: number;
            /**
             * Format: double
             * @description in coins
             */
            volume: number;
            /**
             * Format: int64
             * @description trades in the bar; null where the venue does not tell
             */
            trades: number | null;
            /** @description true: closed, and every trade of it accounted for, but those of the `lacking` */
            final: boolean;
            /** @description true: trades are missing: not repaired, or of a venue that is lacking */
            gap: boolean;
            /** @description venues that the bar became final without; it is rewritten when they have closed it */
            lacking: components["schemas"]["Exchange"][];
            /** @description what turned USDT into USD; null: nothing was converted */
            rate_basis: components["schemas"]["RateBasis"] | null;
        };
        /**
         * @description consolidated: all venues, in USD; else one, in its product’s quote
         * @enum {string}
         */
        CandleExchange: "consolidated" | "binance" | "coinbase";
        CandlesView: {
            coin_id: string;
            exchange: components["schemas"]["CandleExchange"];
            interval: components["schemas"]["Interval"];
            /** @description what the prices are in: USD, or the product’s own quote */
            currency: string;
            /** @description oldest first */
            candles: components["schemas"]["Candle"][];
        };
        ClosedPosition: {
            asset: string;
            /** @description null: not known */
            realised: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            income: components["schemas"]["Decimal"] | null;
        };
        Coin: {
            coin_id: components["schemas"]["CoinId"];
            /** @description ticker for display, such as `BTC` */
            symbol: string;
            name: string;
            /** @description the coin's product on each venue that lists it */
            products: components["schemas"]["Product"][];
        };
        /** @description slug of a coin, such as `bitcoin`; never a ticker */
        CoinId: string;
        CoinRank: {
            coin_id: components["schemas"]["CoinId"];
            /**
             * Format: double
             * @description realized, of 30 daily returns, over a year, fraction
             */
            volatility: number | null;
            /**
             * Format: int64
             * @description by volatility; 1 is the highest
             */
            volatility_rank: number | null;
            /**
             * Format: double
             * @description traded that day, USD
             */
            volume: number | null;
            /**
             * Format: int64
             * @description by volume; 1 is the highest
             */
            volume_rank: number | null;
            /**
             * Format: double
             * @description the day’s volume by the mean of its 30 days
             */
            volume_to_mean: number | null;
            /**
             * Format: int64
             * @description by that; 1 is the highest
             */
            volume_to_mean_rank: number | null;
        };
        CoinRegime: {
            coin_id: components["schemas"]["CoinId"];
            regime: components["schemas"]["Regime"] | null;
            /**
             * Format: int64
             * @description the day that it began to hold, at most 60 days back, epoch ms
             */
            since: number | null;
            today: components["schemas"]["Regime"] | null;
            /**
             * Format: double
             * @description USD
             */
            close: number | null;
            /**
             * Format: double
             * @description of 50 days, USD
             */
            average_50: number | null;
            /**
             * Format: double
             * @description of 200 days, USD
             */
            average_200: number | null;
            /**
             * Format: double
             * @description change of the 50-day average over 20 days, fraction
             */
            slope_50: number | null;
            /**
             * Format: double
             * @description realized, of 30 daily returns, over a year, fraction
             */
            volatility: number | null;
            /**
             * Format: double
             * @description where that stands within its year, 0 to 1
             */
            volatility_rank: number | null;
        };
        ColumnMapping: {
            [key: string]: string;
        };
        Contribution: {
            asset: string;
            /** @description null: not known */
            gained: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description of what was there before the first day, and came since
             */
            percent: number | null;
        };
        Correlation: {
            coin_1: components["schemas"]["CoinId"];
            coin_2: components["schemas"]["CoinId"];
            period: components["schemas"]["CorrelationPeriod"];
            of: components["schemas"]["CorrelationOf"];
            /**
             * Format: double
             * @description Pearson's, −1 to 1; null where one of both does not move
             */
            correlation: number | null;
            /**
             * Format: double
             * @description of the simple returns of coin_1 to those of coin_2; null for prices
             */
            beta: number | null;
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        CorrelationAnswer: {
            success: boolean;
            data: components["schemas"]["Correlation"];
            meta: components["schemas"]["Meta"];
        };
        CorrelationMatrix: {
            /** @description order of the rows and columns */
            coins: components["schemas"]["CoinId"][];
            period: components["schemas"]["CorrelationPeriod"];
            of: components["schemas"]["CorrelationOf"];
            matrix: (number | null)[][];
            pairs: number[][];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        /** @enum {string} */
        CorrelationOf: "returns" | "prices";
        /** @enum {string} */
        CorrelationPeriod: "24h" | "7d" | "30d" | "90d";
        /** @enum {string} */
        CostBasisMethod: "fifo" | "lifo" | "hifo" | "average";
        CreatedAlertChannel: {
            /** Format: uuid */
            channel_id: string;
            kind: components["schemas"]["AlertChannelKind"];
            name: string;
            /** @description where it leads, without what opens it */
            to: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: int64
             * @description when the other side said that it is no more; null: it is, epoch ms
             */
            gone_at: number | null;
            /** @description what a webhook is signed with, as Standard Webhooks has it; null: it is none */
            secret: string | null;
        };
        CreatedApiKey: {
            /** @description shown this once; for the header `Authorization: Bearer …` */
            key: string;
            /** Format: date-time */
            expires_at?: string | null;
            /** Format: date-time */
            last_used_at?: string | null;
        } & components["schemas"]["ApiKey"];
        CurrencyRate: {
            /** @description ISO 4217 such as `EUR`, or `USDT`, `USDC` */
            code: string;
            /** @description null: not known */
            usd: string | null;
            /** @description such as `ecb`, or the venue whose product it is */
            source: string;
            /**
             * Format: int64
             * @description when it was true, epoch ms
             */
            as_of: number | null;
            quality: components["schemas"]["WorthQuality"];
        };
        DailyMetrics: {
            /**
             * Format: date
             * @description UTC
             */
            day: string;
            /** Format: double */
            close: number;
            /**
             * Format: int64
             * @description daily bars that were known then
             */
            samples: number;
            metrics: {
                [key: string]: number | null;
            };
            /** Format: date-time */
            computed_at: string;
        };
        DailyMetricsView: {
            coin_id: components["schemas"]["CoinId"];
            days: components["schemas"]["DailyMetrics"][];
        };
        DailyRate: {
            /**
             * Format: date
             * @description UTC
             */
            day: string;
            /** @description US dollars for one, decimal */
            usd: string;
            /**
             * Format: date
             * @description the day it is of: an earlier one over weekends and holidays
             */
            from_day: string;
            source: string;
        };
        DecidingWord: {
            text: string;
            /**
             * Format: double
             * @description how far it moved positive against negative, natural log of their odds
             */
            weight: number;
        };
        /** @description what the balance changed by, exact */
        Decimal: string;
        /**
         * @description `administrator`: mail is not set up; the link is in the log
         * @enum {string}
         */
        Delivery: "mail" | "administrator";
        Disposal: {
            /**
             * Format: int64
             * @description counts the disposals of the portfolio, from 0, by time
             */
            n: number;
            asset: string;
            /** @description empty: one pool */
            wallet: string;
            /** @description of the transaction */
            kind: string;
            role: components["schemas"]["MovementRole"];
            /** @description how much */
            quantity: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description null: out of a pool, epoch ms
             */
            acquired_at: number | null;
            /**
             * Format: int64
             * @description epoch ms
             */
            disposed_at: number;
            /** @description null: not known */
            proceeds: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            cost: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            gain: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            fees_disposing: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            fees_acquiring: components["schemas"]["Decimal"] | null;
            /** @description null: a pool knows no age */
            term: components["schemas"]["HoldingTerm"] | null;
            /** @description of `uk_pool` alone */
            rule: components["schemas"]["UkMatchingRule"] | null;
            /** @description ids of transactions */
            disposed_by: string[];
            /** @description ids; empty: out of a pool */
            acquired_by: string[];
        };
        Drawdown: {
            /**
             * Format: double
             * @description deepest fall from a peak, fraction: 0.3 is 30 % down
             */
            depth: number | null;
            /**
             * Format: int64
             * @description the peak before it, epoch ms
             */
            peak_time: number | null;
            /**
             * Format: int64
             * @description its lowest close, epoch ms
             */
            trough_time: number | null;
            /**
             * Format: int64
             * @description when the peak was reached again; null: not yet, epoch ms
             */
            recovered_time: number | null;
        };
        EmptyAnswer: {
            success: boolean;
            /** @description always null */
            data: Record<string, never> | null;
            meta: components["schemas"]["Meta"];
        };
        EquityPoint: {
            /**
             * Format: int64
             * @description the bar's open; the values are of its close, epoch ms
             */
            time: number;
            /**
             * Format: double
             * @description cash and coins, USD
             */
            equity: number;
            /**
             * Format: double
             * @description below the highest equity so far, fraction: 0 to 1
             */
            drawdown: number;
            /**
             * Format: double
             * @description of who bought once and held, USD
             */
            holding_equity: number;
            /**
             * Format: double
             * @description fraction: 0 to 1
             */
            holding_drawdown: number;
        };
        ErrorBody: {
            code: components["schemas"]["ErrorCode"];
            /** @description for people */
            message: string;
            /** @description fields that were refused */
            details?: components["schemas"]["ErrorDetail"][];
        };
        /**
         * @description docs/errors.md says what each means and what to do
         * @enum {string}
         */
        ErrorCode: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PRECONDITION_FAILED" | "PAYLOAD_TOO_LARGE" | "URI_TOO_LONG" | "UNSUPPORTED_MEDIA_TYPE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
        ErrorDetail: {
            /** @description its path, such as `query.limit` */
            field: string;
            /** @description why it was refused */
            reason: string;
        };
        /** @description the error envelope */
        ErrorEnvelope: {
            success: boolean;
            error: components["schemas"]["ErrorBody"];
            meta: components["schemas"]["Meta"];
        };
        /** @enum {string} */
        Exchange: "binance" | "coinbase";
        ExchangeQuote: {
            exchange: components["schemas"]["Exchange"];
            product: string;
            /** @description what the venue quotes in: USD or USDT */
            quote_currency: string;
            /**
             * Format: double
             * @description USD per unit of quote_currency that was applied
             */
            usd_rate: number;
            /** @description how usd_rate is known; null: the quote is in USD */
            rate_basis: components["schemas"]["RateBasis"] | null;
            /**
             * Format: double
             * @description last trade, USD
             */
            last: number | null;
            /**
             * Format: double
             * @description best bid, USD
             */
            bid: number | null;
            /**
             * Format: double
             * @description best ask, USD
             */
            ask: number | null;
            /**
             * Format: double
             * @description (ask - bid) / mid, in percent
             */
            spread_pct: number | null;
            /**
             * Format: int64
             * @description since the last trade or quote; null: none yet
             */
            age_ms: number | null;
        };
        ExchangesView: {
            coin_id: string;
            exchanges: components["schemas"]["ExchangeQuote"][];
        };
        /** @enum {string} */
        ExitReason: "exit_rule" | "entry_ended" | "stop_loss" | "take_profit";
        FearGreed: {
            latest: components["schemas"]["FearGreedDay"] | null;
            /** @description oldest first */
            days: components["schemas"]["FearGreedDay"][];
            news: components["schemas"]["FearGreedNews"];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        FearGreedComponent: {
            name: string;
            /** @description what it is, in words */
            measures: string;
            /**
             * Format: double
             * @description what was measured, in its own unit
             */
            value: number | null;
            /**
             * Format: double
             * @description where that stands within its year, of `sentiment` on its own scale: 0 fear to 100 greed
             */
            score: number | null;
            /**
             * Format: double
             * @description of 100
             */
            weight: number;
            /**
             * Format: double
             * @description of 100, in this day’s index
             */
            share: number;
            /** @description why there is no score, in words; null: there is one */
            absent: string | null;
        };
        FearGreedDay: {
            /**
             * Format: int64
             * @description the day's open, epoch ms
             */
            time: number;
            /**
             * Format: double
             * @description 0 fear to 100 greed; null when less than half of the weight is known, `sentiment` not counted
             */
            index: number | null;
            label: string | null;
            components: components["schemas"]["FearGreedComponent"][];
        };
        /** @description what the component `sentiment` rests on */
        FearGreedNews: {
            /**
             * Format: int64
             * @description when sentiment last answered (null: not yet), epoch ms
             */
            read_at: number | null;
            /**
             * Format: int64
             * @description how long ago that was, seconds
             */
            age_seconds: number | null;
            /** @description why the news do not count, in words; null: they may */
            absent: string | null;
        };
        /** @enum {string} */
        FeedState: "connecting" | "live" | "stalled" | "down";
        FeedStatus: {
            exchange: components["schemas"]["Exchange"];
            status: components["schemas"]["FeedState"];
            /** Format: date-time */
            connected_since: string | null;
            /** Format: int64 */
            last_message_age_ms: number | null;
            /**
             * Format: int64
             * @description how far our clock is ahead of the venue’s, corrected; null: not known yet
             */
            clock_offset_ms: number | null;
            /**
             * Format: int64
             * @description products subscribed
             */
            products: number;
            /** @description products the venue does not list */
            unlisted: string[];
            /** Format: int64 */
            messages: number;
            /** Format: int64 */
            trades: number;
            /** Format: int64 */
            duplicates: number;
            /** Format: int64 */
            reconnects: number;
            /**
             * Format: int64
             * @description runs of trade ids still missing
             */
            holes_open: number;
            /** Format: int64 */
            trades_repaired: number;
            /** @description frames refused or ignored, by reason */
            refused: {
                [key: string]: number;
            };
            last_error: string | null;
        };
        FeedsView: {
            market: components["schemas"]["MarketKind"];
            history: components["schemas"]["HistoryView"];
            feeds: components["schemas"]["FeedStatus"][];
            /**
             * Format: int64
             * @description processes that read the venues and are counted in here
             */
            replicas?: number;
        };
        FiledAlert: {
            /** @description null: it is called by its condition */
            name?: string | null;
            /** @description each once; null: every coin that is followed */
            coins: string[] | null;
            condition: components["schemas"]["AlertCondition"];
            /**
             * @description false: fires once for each coin, then is done
             * @default false
             */
            recurring: boolean;
            /**
             * Format: double
             * @description how far back past the bound the value must go before a recurring alert can fire again, percent of the bound
             * @default 0.5
             */
            hysteresis_pct: number;
            /**
             * Format: int64
             * @description after a firing, how long the coin does not fire again, seconds
             * @default 300
             */
            cooldown_s: number;
            /**
             * @description whether a degraded price counts; a stale one never does
             * @default false
             */
            on_degraded: boolean;
            /**
             * Format: int64
             * @description null: never
             */
            expires_at?: number | null;
            /**
             * Format: int64
             * @description null: is sent
             */
            muted_until?: number | null;
            /** @description null: sent at any hour */
            schedule?: components["schemas"]["AlertSchedule"] | null;
            /**
             * @description false: does not fire
             * @default true
             */
            is_on: boolean;
            /** @description of yours, sent with it; null: none */
            note?: string | null;
        };
        Gains: {
            /** Format: uuid */
            portfolio_id: string;
            /** @description ISO 4217: what all amounts are in */
            currency: string;
            method: components["schemas"]["AccountingMethod"];
            /** @description what the method leaves open; `docs/portfolio.md` */
            convention: string;
            /**
             * Format: int64
             * @description when it was computed, epoch ms
             */
            as_of: number;
            /** @description newest first; years without any are left out */
            years: components["schemas"]["TaxYear"][];
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        HeldAsset: {
            asset: string;
            /** @description the sum of all its movements, exact */
            quantity: components["schemas"]["Decimal"];
            wallets: components["schemas"]["HeldInWallet"][];
        };
        HeldInWallet: {
            wallet: string;
            /** @description the part that is there */
            quantity: components["schemas"]["Decimal"];
        };
        HistoryPoint: {
            /**
             * Format: date
             * @description UTC; the last one is not over yet
             */
            day: string;
            /** @description null: not known */
            value: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            put_in: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            taken_out: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description since the first transaction
             */
            time_weighted_percent: number | null;
            /** @description null: not known */
            bitcoin: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            cash: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            equal_weight: components["schemas"]["Decimal"] | null;
        };
        HistoryReach: {
            coin_id: components["schemas"]["CoinId"];
            /**
             * Format: int64
             * @description since when they were asked for; null: as of every coin
             */
            from: number | null;
            /**
             * Format: int64
             * @description since when all that the venues have is there: no earlier than their oldest; null: not yet
             */
            reached: number | null;
            /** @description whether all that was asked for is there, with what converts it into dollars */
            done: boolean;
        };
        HistoryView: {
            /**
             * Format: int64
             * @description coin histories back-filled
             */
            done: number;
            /** Format: int64 */
            total: number;
            /**
             * Format: int64
             * @description asked for in vain so far; each is asked for again
             */
            failed: number;
            /** @description histories and missed minutes that are not there yet */
            missing: components["schemas"]["MissingHistory"][];
            /**
             * Format: int64
             * @description how many there are, named or not
             */
            missing_total: number;
        };
        Holding: {
            /** @description cash, and coins at the last close, USD, exact */
            final_equity: components["schemas"]["Decimal"];
            /**
             * Format: double
             * @description fraction of the initial cash
             */
            total_return: number;
            /**
             * Format: double
             * @description fraction a year of 365 days; null under 28 days
             */
            annualized_return: number | null;
            max_drawdown: components["schemas"]["BacktestDrawdown"];
            /** @description of every trade, USD, exact */
            fees_paid: components["schemas"]["Decimal"];
            /**
             * Format: int64
             * @description open of the bar that it was bought in; null: too few bars, epoch ms
             */
            entry_time: number | null;
            /**
             * Format: double
             * @description paid for a coin, slippage included, USD
             */
            entry_price: number | null;
        };
        /** @enum {string} */
        HoldingTerm: "short" | "long";
        HowComputed: {
            /** Format: uuid */
            portfolio_id: string;
            /** @description ISO 4217: what all amounts are in */
            currency: string;
            method: components["schemas"]["AccountingMethod"];
            /** @description what the method leaves open; `docs/portfolio.md` */
            convention: string;
            /**
             * Format: int64
             * @description when it was computed, epoch ms
             */
            as_of: number;
            figure: string;
            /** @description null: of all */
            asset: string | null;
            /** @description null: not known */
            value: string | null;
            /** @description in words and signs */
            formula: string;
            /** @description at most 500, the largest first */
            terms: components["schemas"]["HowTerm"][];
            /**
             * Format: int64
             * @description terms that are not told
             */
            left_out: number;
            /** @description null: not known */
            rest: components["schemas"]["Decimal"] | null;
        };
        HowComputedAnswer: {
            success: boolean;
            data: components["schemas"]["HowComputed"];
            meta: components["schemas"]["Meta"];
        };
        HowTerm: {
            label: string;
            /** @description null: not known */
            amount: components["schemas"]["Decimal"] | null;
            /** @description null: money */
            quantity: string | null;
            asset: string | null;
            /** @description null: not known */
            price: components["schemas"]["Decimal"] | null;
            /**
             * Format: int64
             * @description when, epoch ms
             */
            time: number | null;
            /** @description the row that says so; null: no row does */
            transaction_id: string | null;
        };
        /** @description rows by the reason; `imported before`: they are there already */
        IgnoredBecause: {
            [key: string]: number;
        };
        Import: {
            /** Format: uuid */
            import_id: string;
            /**
             * Format: int64
             * @description epoch ms
             */
            created_at: number;
            state: components["schemas"]["ImportState"];
            /** @description of `failed` */
            reason: string | null;
            /**
             * Format: int64
             * @description of its files
             */
            bytes: number;
            /**
             * Format: int64
             * @description until now
             */
            bytes_read: number;
            /**
             * Format: int64
             * @description null: it stands, epoch ms
             */
            undone_at: number | null;
            files: components["schemas"]["ImportedFile"][];
            /**
             * Format: int64
             * @description that were put in
             */
            transactions: number;
            /**
             * Format: int64
             * @description of them that were changed since
             */
            edited: number;
            /**
             * Format: int64
             * @description rows that an import before has put in
             */
            already_there: number;
        };
        ImportAnswer: {
            success: boolean;
            data: components["schemas"]["Import"];
            meta: components["schemas"]["Meta"];
        };
        ImportRequest: {
            file_ids: string[];
            /** @description keeps what the columns of the one file without a preset were taken for */
            keep_mapping_as?: string;
        };
        /**
         * @description `working`: ask again; `failed`: nothing of it is there, `reason` says why
         * @enum {string}
         */
        ImportState: "working" | "done" | "failed";
        ImportedFile: {
            name: string;
            /** @description empty: not read yet */
            preset: string;
            /**
             * Format: int64
             * @description taken, joined, ignored and refused
             */
            rows: number;
            /**
             * Format: int64
             * @description are a transaction
             */
            taken: number;
            /**
             * Format: int64
             * @description are part of another row’s
             */
            joined: number;
            /**
             * Format: int64
             * @description are none
             */
            ignored: number;
            /**
             * Format: int64
             * @description could not be read
             */
            refused: number;
        };
        InWallet: {
            wallet: string;
            quantity: string;
        };
        /**
         * @description of `income`
         * @enum {string}
         */
        IncomeKind: "staking" | "interest" | "airdrop" | "reward" | "mining" | "fork" | "cashback" | "other";
        IndicatorSeries: {
            /** @description as in `names`, with every parameter: `rsi(14)` */
            name: string;
            title: string;
            /** @description name of the formula in docs/analytics.md */
            formula: string;
            parameters: {
                [key: string]: number;
            };
            outputs: string[];
            /**
             * Format: int64
             * @description bars until every output is there
             */
            warm_up: number;
            latest: {
                [key: string]: number | null;
            };
            values: (number | null)[][];
        };
        Indicators: {
            coin_id: components["schemas"]["CoinId"];
            /** @description each bar's open, epoch ms, oldest first */
            times: number[];
            indicators: components["schemas"]["IndicatorSeries"][];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        /**
         * @description length of the bars; they are aligned to UTC
         * @enum {string}
         */
        Interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
        KeptMapping: {
            name: string;
            mapping: components["schemas"]["ColumnMapping"];
        };
        KeySet: {
            /** @description JWKs */
            keys: {
                [key: string]: string;
            }[];
        };
        /** @description transactions by kind */
        KindCounts: {
            [key: string]: number;
        };
        LackingVenue: {
            exchange: components["schemas"]["Exchange"];
            /**
             * Format: int64
             * @description made without it
             */
            bars: number;
        };
        LeadLag: {
            coin_id: components["schemas"]["CoinId"];
            /**
             * Format: int64
             * @description hours of which both are known
             */
            samples: number;
            lags: components["schemas"]["LeadLagStep"][];
            /** @description what that comes to, in a sentence */
            verdict: string;
        };
        LeadLagStep: {
            /**
             * Format: int64
             * @description above 0: sentiment first, returns so much later; below 0: returns first
             */
            lag_hours: number;
            /**
             * Format: double
             * @description of Pearson; null: fewer than 30 hours
             */
            correlation: number | null;
            /**
             * Format: double
             * @description lower end of its 95 % interval
             */
            low: number | null;
            /**
             * Format: double
             * @description upper end of its 95 % interval
             */
            high: number | null;
            /** Format: int64 */
            samples: number;
        };
        LeftOut: {
            coin_id: string;
            code: components["schemas"]["ErrorCode"];
            message: string;
        };
        Login: {
            /** @description this or `username` */
            email?: string;
            /** @description this or `email` */
            username?: string;
            password: string;
            /** @description six digits of the authenticator, or a recovery code */
            code?: string;
        };
        /** @description of one day, as a positive fraction */
        Loss: {
            /**
             * Format: double
             * @description at 95 %
             */
            p95: number | null;
            /**
             * Format: double
             * @description at 99 %
             */
            p99: number | null;
        };
        Lot: {
            asset: string;
            /** @description empty: one pool */
            wallet: string;
            /**
             * Format: int64
             * @description null: a pool, epoch ms
             */
            acquired_at: number | null;
            /** @description what is left */
            quantity: components["schemas"]["Decimal"];
            /** @description null: not known */
            cost: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            unit_cost: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            value: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            unrealised: components["schemas"]["Decimal"] | null;
            /** @description null: a pool knows no age */
            term: components["schemas"]["HoldingTerm"] | null;
            /** @description null: a pool */
            transaction_id: string | null;
        };
        MailSettings: {
            /** Format: email */
            address: string;
        };
        ManualPrice: {
            /**
             * Format: date
             * @description UTC
             */
            day: string;
            price: string;
        };
        ManualPriceRequest: {
            /**
             * Format: date
             * @description UTC
             */
            day: string;
            price: string;
        };
        /** @enum {string} */
        MarketKind: "live" | "simulated";
        Meta: {
            /**
             * Format: date-time
             * @description when the answer was made, UTC
             */
            timestamp: string;
            /** @description of the request it was made for; equal public reads share one */
            request_id: string;
            /** @description pass as `cursor` for the next page */
            next_cursor?: string | null;
        };
        MissingHistory: {
            coin_id: string;
            exchange: components["schemas"]["Exchange"];
            interval: components["schemas"]["Interval"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description why it is not there; null: its turn has not come */
            reason: string | null;
            /**
             * Format: int64
             * @description how often it was asked for in vain
             */
            attempts: number;
            /**
             * Format: date-time
             * @description not asked for before then; null: as soon as its turn comes
             */
            next_attempt: string | null;
        };
        MissingPrice: {
            asset: string;
            /**
             * Format: int64
             * @description epoch ms
             */
            time: number;
            /** @description null: the price of now */
            transaction_id: string | null;
        };
        ModuleState: {
            name: string;
            ready: boolean;
            /** @description what is waited for, in words, or the module before it; null when ready */
            waiting_for: string | null;
        };
        MoneyWeighted: {
            answer: components["schemas"]["MoneyWeightedAnswer"];
            /** @description all of them; none is the one */
            annual_percent: number[];
            /** @description the same over all the time */
            overall_percent: number[];
            /** Format: int64 */
            days: number;
        };
        /** @enum {string} */
        MoneyWeightedAnswer: "rate" | "under_a_year" | "total_loss" | "two_solutions" | "many_solutions" | "no_solution" | "not_known";
        /** @description what the transactions do to each balance, of at most 1,000 assets */
        MovedByAsset: {
            [key: string]: string;
        };
        Movement: {
            asset: string;
            amount: components["schemas"]["Decimal"];
            role: components["schemas"]["MovementRole"];
            /** @description empty: nobody said */
            wallet: string;
        };
        /** @enum {string} */
        MovementRole: "amount" | "fee";
        Mover: {
            coin_id: string;
            symbol: string;
            name: string;
            /** Format: double */
            price: number;
            /** Format: double */
            change_pct: number;
            quality: components["schemas"]["Quality"];
            /** @description true: of the simulated market */
            simulated: boolean;
        };
        MoversView: {
            window: components["schemas"]["MoversWindow"];
            gainers: components["schemas"]["Mover"][];
            losers: components["schemas"]["Mover"][];
        };
        /** @enum {string} */
        MoversWindow: "1h" | "24h" | "7d" | "30d";
        MovingAverage: {
            coin_id: components["schemas"]["CoinId"];
            type: components["schemas"]["MovingAverageType"];
            /**
             * Format: int64
             * @description bars
             */
            period: number;
            /**
             * Format: double
             * @description USD, at the newest closed bar
             */
            latest: number | null;
            /** @description USD, oldest first */
            values: components["schemas"]["SeriesPoint"][];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        /** @enum {string} */
        MovingAverageType: "sma" | "ema" | "wma";
        MovingAverages: {
            results: components["schemas"]["MovingAverage"][];
            left_out: components["schemas"]["LeftOut"][];
        };
        /** @description at least 8 characters, no common one; spaces and every script are welcome */
        NewPassword: string;
        NewsSource: {
            source_id: string;
            kind: components["schemas"]["NewsSourceKind"];
            name: string;
            url: string;
            /** @description ISO 639-1, of most of its articles */
            language: string | null;
            /**
             * Format: double
             * @description of its stories against those of others
             */
            weight: number;
            /** @description it is not read, and its articles do not count */
            muted: boolean;
            /** @description what reading it costs, and what it may be used for */
            cost: string;
            /**
             * Format: int64
             * @description between two readings where nothing is wrong
             */
            interval_s: number;
            status: components["schemas"]["NewsSourceStatus"];
            /**
             * Format: int64
             * @description when it was last read, epoch ms
             */
            last_ok_at: number | null;
            /**
             * Format: int64
             * @description when it is read next; null: it is not, epoch ms
             */
            next_at: number | null;
            /**
             * Format: int64
             * @description in a row
             */
            failures: number;
            /** @description why the last reading failed */
            error: string | null;
            /** Format: int64 */
            articles_24h: number;
            /**
             * Format: int64
             * @description items of the last reading
             */
            refused: number;
            /** @description of the first of these */
            refused_why: string | null;
        };
        NewsSourceAnswer: {
            success: boolean;
            data: components["schemas"]["NewsSource"];
            meta: components["schemas"]["Meta"];
        };
        NewsSourceChange: {
            name?: string;
            /**
             * Format: double
             * @description of its stories against those of others; 1 is usual
             */
            weight?: number;
            muted?: boolean;
        };
        /** @enum {string} */
        NewsSourceKind: "feed" | "newsapi" | "coindesk" | "reddit" | "x" | "simulated";
        NewsSourceRequest: {
            name: string;
            /** @description of an RSS or Atom feed */
            url: string;
            /** @description ISO 639-1 */
            language?: string;
            /**
             * Format: double
             * @description of its stories against those of others; 1 is usual
             */
            weight?: number;
        };
        /** @enum {string} */
        NewsSourceStatus: "ok" | "waiting" | "failing" | "muted" | "no_key";
        NotificationSettings: {
            /** @description kept, and read by nothing: mail comes of a channel of alerts of that kind */
            email: boolean;
            /** @description each alert that fires is said in passing on the pages that are open */
            browser: boolean;
            /** @description mail about changed passwords, addresses, second factors */
            security: boolean;
        };
        NotificationSettingsChange: {
            /** @description kept, and read by nothing: mail comes of a channel of alerts of that kind */
            email?: boolean;
            /** @description each alert that fires is said in passing on the pages that are open */
            browser?: boolean;
            /** @description mail about changed passwords, addresses, second factors */
            security?: boolean;
        };
        Opinion: {
            label: components["schemas"]["SentimentLabel"];
        };
        OpinionView: {
            /** Format: int64 */
            article_id: number;
            label: components["schemas"]["SentimentLabel"] | null;
        };
        OpinionViewAnswer: {
            success: boolean;
            data: components["schemas"]["OpinionView"];
            meta: components["schemas"]["Meta"];
        };
        Oversold: {
            transaction_id: string;
            asset: string;
            /** @description how much was to go */
            wanted: string;
            /** @description how much there was */
            available: string;
        };
        /**
         * @description more given away than there is: not booked, and sums are not known; or booked at the average cost of what is there
         * @enum {string}
         */
        OversoldRule: "refuse" | "extrapolate";
        PasswordChange: {
            current_password: string;
            password: components["schemas"]["NewPassword"];
        };
        PasswordForgotten: {
            /** Format: email */
            email: string;
        };
        PasswordForgottenAnswer: {
            delivery: components["schemas"]["Delivery"];
            message: string;
        };
        PasswordReset: {
            token: string;
            password: components["schemas"]["NewPassword"];
        };
        Portfolio: {
            /** Format: uuid */
            portfolio_id: string;
            name: string;
            /** @description ISO 4217: what it is valued in */
            base_currency: string;
            method: components["schemas"]["AccountingMethod"];
            pools: components["schemas"]["AccountingPools"];
            oversold: components["schemas"]["OversoldRule"];
            /**
             * Format: date-time
             * @description when it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description when one of these fields was changed, or it was deleted or restored
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description null: it is not deleted
             */
            deleted_at: string | null;
            /**
             * Format: int64
             * @description as in its `ETag`
             */
            version: number;
        };
        PortfolioAnswer: {
            success: boolean;
            data: components["schemas"]["Portfolio"];
            meta: components["schemas"]["Meta"];
        };
        PortfolioChange: {
            /** @description one line of text */
            name?: string;
            /** @description ISO 4217, such as `EUR` */
            base_currency?: string;
            method?: components["schemas"]["AccountingMethod"];
            pools?: components["schemas"]["AccountingPools"];
            oversold?: components["schemas"]["OversoldRule"];
        };
        /** @enum {string} */
        PortfolioFigure: "value" | "cost" | "unrealised" | "realised" | "currency_gains" | "income" | "expenses" | "put_in" | "taken_out" | "gained" | "time_weighted" | "money_weighted";
        PortfolioHistory: {
            /** Format: uuid */
            portfolio_id: string;
            currency: string;
            /** @description one a day, oldest first, no day left out */
            points: components["schemas"]["HistoryPoint"][];
            /** @description at most 100 */
            gaps: components["schemas"]["PriceGap"][];
            history: components["schemas"]["PriceProgress"];
        };
        PortfolioListAnswer: {
            success: boolean;
            data: components["schemas"]["Portfolio"][];
            meta: components["schemas"]["Meta"];
        };
        PortfolioPerformance: {
            /** Format: uuid */
            portfolio_id: string;
            /** @description ISO 4217: what all amounts are in */
            currency: string;
            method: components["schemas"]["AccountingMethod"];
            /** @description what the method leaves open; `docs/portfolio.md` */
            convention: string;
            /**
             * Format: int64
             * @description when it was computed, epoch ms
             */
            as_of: number;
            /** @description null: not known */
            value: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            cost: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            gain: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description gain of the cost
             */
            roi_percent: number | null;
            today: components["schemas"]["TodaysChange"];
            /** @description null: not known */
            realised: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            currency_gains: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            income: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            unrealised: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            expenses: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            put_in: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            taken_out: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            gained: components["schemas"]["Decimal"] | null;
            /** @description balance of the base currency */
            money: components["schemas"]["Decimal"];
            time_weighted: components["schemas"]["TimeWeighted"];
            money_weighted: components["schemas"]["MoneyWeighted"];
            /** @description what is held, most valuable first */
            positions: components["schemas"]["Position"][];
            /** @description what is held no more */
            closed: components["schemas"]["ClosedPosition"][];
            /** @description what is held and has no price */
            unpriced: string[];
            /** @description at most 100 */
            missing_prices: components["schemas"]["MissingPrice"][];
            /** @description at most 100 */
            oversold: components["schemas"]["Oversold"][];
            history: components["schemas"]["PriceProgress"];
        };
        PortfolioRequest: {
            /** @description one line of text */
            name: string;
            /** @description ISO 4217, such as `EUR` */
            base_currency: string;
            method?: components["schemas"]["AccountingMethod"];
            pools?: components["schemas"]["AccountingPools"];
            oversold?: components["schemas"]["OversoldRule"];
        };
        PortfolioRisk: {
            /** Format: uuid */
            portfolio_id: string;
            /**
             * Format: int64
             * @description daily returns that it was computed from
             */
            days: number;
            /**
             * Format: double
             * @description of a year
             */
            volatility_percent: number | null;
            /**
             * Format: double
             * @description zero or below
             */
            max_drawdown_percent: number | null;
            /**
             * Format: int64
             * @description its peak, epoch ms
             */
            drawdown_from: number | null;
            /**
             * Format: int64
             * @description its trough, epoch ms
             */
            drawdown_to: number | null;
            /**
             * Format: double
             * @description loss of a day, historical, 95 %; below zero: a gain
             */
            value_at_risk_percent: number | null;
            /**
             * Format: double
             * @description Pearson, of daily returns
             */
            correlation_with_bitcoin: number | null;
        };
        Position: {
            asset: string;
            /** @description null: no coin of the market */
            coin_id: string | null;
            kind: components["schemas"]["AssetKind"];
            /** @description how much there is */
            quantity: components["schemas"]["Decimal"];
            wallets: components["schemas"]["InWallet"][];
            /** @description null: not known */
            price: components["schemas"]["AssetPrice"] | null;
            /** @description null: not known */
            value: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            cost: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            unrealised: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description of the cost
             */
            unrealised_percent: number | null;
            /** @description null: not known */
            realised: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            income: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description of the value of all
             */
            share_percent: number | null;
            /** @description null: not known */
            today: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description null: none is set
             */
            target_percent: number | null;
            /**
             * Format: double
             * @description share less target, in points
             */
            drift_percent: number | null;
        };
        Preferences: {
            theme: components["schemas"]["Theme"];
            /** @description ISO 4217, such as `EUR` */
            quote_currency: string;
            /** @description BCP 47, such as `de-CH` */
            locale: string;
            cost_basis_method: components["schemas"]["CostBasisMethod"];
            notifications: components["schemas"]["NotificationSettings"];
        };
        PreferencesAnswer: {
            success: boolean;
            data: components["schemas"]["Preferences"];
            meta: components["schemas"]["Meta"];
        };
        PreferencesChange: {
            theme?: components["schemas"]["Theme"];
            /** @description ISO 4217, such as `EUR` */
            quote_currency?: string;
            /** @description BCP 47, such as `de-CH` */
            locale?: string;
            cost_basis_method?: components["schemas"]["CostBasisMethod"];
            notifications?: components["schemas"]["NotificationSettingsChange"];
        };
        Price: {
            coin_id: string;
            /**
             * Format: double
             * @description USD
             */
            price: number;
            /** @enum {string} */
            currency: "USD";
            /**
             * Format: double
             * @description USD; null until 24 h of history is there
             */
            change_24h: number | null;
            /**
             * Format: double
             * @description percent
             */
            change_24h_pct: number | null;
            /**
             * Format: double
             * @description USD
             */
            high_24h: number | null;
            /**
             * Format: double
             * @description USD
             */
            low_24h: number | null;
            /**
             * Format: double
             * @description USD traded on all venues in 24 h
             */
            volume_24h: number | null;
            /**
             * Format: date-time
             * @description of the newest trade in it
             */
            timestamp: string;
            quality: components["schemas"]["Quality"];
            /** @description true: of the simulated market */
            simulated: boolean;
            sources: components["schemas"]["PriceSource"][];
        };
        /** @enum {string} */
        PriceBasis: "trade" | "mid";
        /** @description days without a price of what was held */
        PriceGap: {
            asset: string;
            from: string;
            to: string;
        };
        /** @description coins whose past prices are needed, and there */
        PriceProgress: {
            /** Format: int64 */
            assets: number;
            /** Format: int64 */
            ready: number;
        };
        PriceSource: {
            exchange: components["schemas"]["Exchange"];
            product: string;
            /**
             * Format: double
             * @description USD, after conversion; null: the venue has said nothing yet
             */
            price: number | null;
            /** Format: int64 */
            age_ms: number | null;
            /**
             * Format: double
             * @description share in the mean, 0 to 1; 0 when left out
             */
            weight: number;
            status: components["schemas"]["SourceStatus"];
            /** @description last trade, or the mid of a fresh quote when that is old */
            basis: components["schemas"]["PriceBasis"] | null;
            quote_currency: string;
            /**
             * Format: double
             * @description USD per unit of quote_currency that was applied
             */
            usd_rate: number;
            /** @description how usd_rate is known; null: the quote is in USD */
            rate_basis: components["schemas"]["RateBasis"] | null;
            /**
             * Format: double
             * @description how far usd_rate may be off, as a share of it; 0: the quote is in USD
             */
            rate_uncertainty: number;
        };
        Problem: {
            /** @description `about:blank`: `code` says which it is */
            type: string;
            /** @description the status in words */
            title: string;
            /**
             * Format: int64
             * @description the HTTP status
             */
            status: number;
            /** @description for people */
            detail: string;
            /** @description `urn:uuid:` with the id of the request */
            instance?: string;
            code: components["schemas"]["ErrorCode"];
            /** @description fields that were refused */
            errors?: components["schemas"]["ErrorDetail"][];
            /** @description id of the request, as in the log */
            request_id: string;
        };
        Product: {
            exchange: components["schemas"]["Exchange"];
            /** @description the venue's own name, such as `BTCUSDT` */
            product: string;
        };
        Provenance: {
            interval: components["schemas"]["Interval"];
            /**
             * Format: int64
             * @description closed bars that the figure is made of
             */
            samples: number;
            /**
             * Format: int64
             * @description bars that should be among them and are not; none is filled in
             */
            missing: number;
            /**
             * Format: int64
             * @description bars among them that are known to lack trades
             */
            gaps: number;
            /** @description how many of them were made without a venue that was away */
            lacking: components["schemas"]["LackingVenue"][];
            /**
             * Format: int64
             * @description open of the newest closed bar; null: there is none, epoch ms
             */
            last_bar_time: number | null;
            /** @description name of the formula in docs/analytics.md */
            formula: string;
            /** @description true: of the simulated market */
            simulated: boolean;
            /** @description true: newer bars should be there by now */
            stale: boolean;
        };
        PushKey: {
            /** @description VAPID, base64url: the `applicationServerKey` that a browser subscribes with */
            public_key: string;
        };
        PushKeys: {
            /** @description public key of the browser: a point of P-256, uncompressed, base64url */
            p256dh: string;
            /** @description 16 bytes, base64url */
            auth: string;
        };
        PushSettings: {
            /** @description of the push service */
            endpoint: string;
            keys: components["schemas"]["PushKeys"];
        };
        /**
         * @description live: fresh prices of all expected venues; degraded: of fewer, or they disagree; stale: none fresh
         * @enum {string}
         */
        Quality: "live" | "degraded" | "stale";
        Ranks: {
            coins: components["schemas"]["CoinRank"][];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        /**
         * @description what USDT was taken for: product: its trades against dollars; implied: by coins; usdc: by USDC; last: as last known; peg: a dollar
         * @enum {string}
         */
        RateBasis: "product" | "implied" | "usdc" | "last" | "peg";
        Readiness: {
            ready: boolean;
            modules: components["schemas"]["ModuleState"][];
        };
        RecoveryCodes: {
            /** @description each signs in once; shown this once */
            recovery_codes: string[];
        };
        RecoveryCodesAnswer: {
            success: boolean;
            data: components["schemas"]["RecoveryCodes"];
            meta: components["schemas"]["Meta"];
        };
        Refresh: {
            refresh_token?: string;
        };
        RefusedRow: {
            /** Format: int64 */
            line: number;
            field: string;
            reason: string;
        };
        /** @enum {string} */
        Regime: "bull-calm" | "bull-volatile" | "bear-calm" | "bear-volatile" | "range";
        Regimes: {
            coins: components["schemas"]["CoinRegime"][];
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        Registration: {
            username: components["schemas"]["Username"];
            /** Format: email */
            email: string;
            password: components["schemas"]["NewPassword"];
        };
        RegistrationState: {
            open: boolean;
            /** @description whoever registers now becomes the administrator */
            first_account: boolean;
        };
        Rescoring: {
            model: string;
            /**
             * Format: int64
             * @description that are to be scored
             */
            articles: number;
            /**
             * Format: int64
             * @description of these, by this model
             */
            scored: number;
            running: boolean;
        };
        RescoringAnswer: {
            success: boolean;
            data: components["schemas"]["Rescoring"];
            meta: components["schemas"]["Meta"];
        };
        Risk: {
            coin_id: components["schemas"]["CoinId"];
            period: components["schemas"]["RiskPeriod"];
            /**
             * Format: double
             * @description fraction
             */
            total_return: number | null;
            /**
             * Format: double
             * @description fraction a year, compounded; null under 28 days
             */
            annualized_return: number | null;
            /**
             * Format: double
             * @description deviation of the daily log returns over a year, fraction
             */
            realized_annualized: number | null;
            max_drawdown: components["schemas"]["Drawdown"];
            /**
             * Format: double
             * @description from the highest close of the period, fraction
             */
            current_drawdown: number | null;
            /**
             * Format: double
             * @description annualised
             */
            sharpe: number | null;
            /**
             * Format: double
             * @description annualised
             */
            sortino: number | null;
            /**
             * Format: double
             * @description annualised return by maximum drawdown
             */
            calmar: number | null;
            value_at_risk: components["schemas"]["ValueAtRisk"];
            expected_shortfall: components["schemas"]["Loss"];
            /**
             * Format: double
             * @description of daily simple returns
             */
            beta_to_bitcoin: number | null;
            /**
             * Format: double
             * @description of daily log returns
             */
            correlation_to_bitcoin: number | null;
            /**
             * Format: double
             * @description a year, fraction, as asked for
             */
            risk_free_rate: number;
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        /** @enum {string} */
        RiskPeriod: "30d" | "90d" | "180d" | "1y" | "2y";
        Risks: {
            results: components["schemas"]["Risk"][];
            left_out: components["schemas"]["LeftOut"][];
        };
        SecurityEvent: {
            event_id: string;
            event: components["schemas"]["SecurityEventName"];
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description whose account; null: none that exists
             */
            user_id: string | null;
            /**
             * Format: uuid
             * @description who did it; null: nobody signed in
             */
            actor_id: string | null;
            address: string;
            user_agent: string | null;
            details: {
                [key: string]: string;
            };
        };
        SecurityEventListAnswer: {
            success: boolean;
            data: components["schemas"]["SecurityEvent"][];
            meta: components["schemas"]["Meta"];
        };
        /** @enum {string} */
        SecurityEventName: "registered" | "login_succeeded" | "login_failed" | "login_delayed" | "logged_out" | "logged_out_everywhere" | "session_revoked" | "refresh_token_reused" | "password_changed" | "password_reset_requested" | "password_reset" | "account_updated" | "account_deleted" | "account_deactivated" | "account_activated" | "role_changed" | "api_key_created" | "api_key_revoked" | "two_factor_enabled" | "two_factor_disabled" | "recovery_codes_replaced" | "recovery_code_used" | "second_factor_guessed" | "cache_invalidated" | "signing_key_rotated";
        Sentiment: {
            /**
             * @description slug of the coin, or `market` for all news together
             * @example bitcoin
             */
            coin_id: string;
            /**
             * Format: double
             * @description null: no news
             */
            score: number | null;
            /**
             * Format: double
             * @description stories that sound good, percent of their weight
             */
            positive_pct: number | null;
            /**
             * Format: double
             * @description stories that sound bad, percent of their weight
             */
            negative_pct: number | null;
            /**
             * Format: double
             * @description the others, percent of their weight
             */
            neutral_pct: number | null;
            /**
             * Format: double
             * @description how far the number of independent stories lets one rely on it: 0 not at all
             */
            confidence: number;
            /**
             * Format: double
             * @description standard deviation of the stories’ scores; null: fewer than two
             */
            dispersion: number | null;
            /**
             * Format: int64
             * @description different stories in the window
             */
            stories: number;
            /**
             * Format: int64
             * @description articles that tell them
             */
            articles: number;
            /**
             * Format: int64
             * @description sources of these
             */
            sources: number;
            /**
             * Format: int64
             * @description stories of the last 24 hours
             */
            volume_24h: number;
            /**
             * Format: double
             * @description stories a day in the 14 days before; null: less than three days of news are kept
             */
            volume_usual: number | null;
            /**
             * Format: double
             * @description volume_24h against volume_usual, in standard deviations of a Poisson count
             */
            volume_surprise: number | null;
            /**
             * Format: double
             * @description of the score; null: it was not known then
             */
            change_1h: number | null;
            /**
             * Format: double
             * @description of the score; null: it was not known then
             */
            change_24h: number | null;
            /**
             * Format: int64
             * @description articles older than this do not count
             */
            window_hours: number;
            /**
             * Format: int64
             * @description after which an article counts half
             */
            half_life_hours: number;
            /** @description name and version of what scored the articles */
            model: string;
            /** @description whether the news is made up */
            simulated: boolean;
            /**
             * Format: date-time
             * @description when it was computed
             */
            timestamp: string;
        };
        /** @enum {string} */
        SentimentLabel: "negative" | "neutral" | "positive";
        /** @enum {string} */
        SentimentPeriod: "24h" | "7d" | "30d" | "90d";
        SentimentPoint: {
            /**
             * Format: int64
             * @description when the hour or day began, epoch ms
             */
            time: number;
            /**
             * Format: double
             * @description as it stood last within it
             */
            score: number;
            /**
             * Format: double
             * @description stories that sounded good, percent of their weight
             */
            positive_pct: number;
            /**
             * Format: double
             * @description stories that sounded bad, percent of their weight
             */
            negative_pct: number;
            /**
             * Format: double
             * @description the others, percent of their weight
             */
            neutral_pct: number;
            /** Format: int64 */
            stories: number;
            /** Format: double */
            confidence: number;
        };
        /** @enum {string} */
        SentimentStep: "1h" | "1d";
        SentimentTrend: {
            /** @description slug of the coin, or `market` */
            coin_id: string;
            period: components["schemas"]["SentimentPeriod"];
            interval: components["schemas"]["SentimentStep"];
            /** @description oldest first */
            points: components["schemas"]["SentimentPoint"][];
        };
        SentimentTrendAnswer: {
            success: boolean;
            data: components["schemas"]["SentimentTrend"];
            meta: components["schemas"]["Meta"];
        };
        SeriesPoint: {
            /**
             * Format: int64
             * @description the bar's open, epoch ms
             */
            time: number;
            /**
             * Format: double
             * @description null while too few bars came before
             */
            value: number | null;
        };
        Session: {
            /** Format: uuid */
            session_id: string;
            /** @description the one that asks */
            current: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string;
            /** Format: date-time */
            expires_at: string;
            /** @description where it was last used from */
            address: string;
            user_agent: string | null;
        };
        SessionsEnded: {
            /** Format: int64 */
            ended: number;
        };
        SessionsEndedAnswer: {
            success: boolean;
            data: components["schemas"]["SessionsEnded"];
            meta: components["schemas"]["Meta"];
        };
        SeveralIndicators: {
            results: components["schemas"]["Indicators"][];
            left_out: components["schemas"]["LeftOut"][];
        };
        SignedIn: {
            /**
             * Format: uuid
             * @description id of an account
             */
            user_id: string;
            /** @description for the header `Authorization: Bearer …` */
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            /**
             * Format: int64
             * @description seconds for which the access token is good
             */
            expires_in: number;
            /** @description for the header `x-csrf-token` where the cookie says who asks */
            csrf_token: string;
            /** @description for clients that are no browser; a browser has a cookie */
            refresh_token?: string;
            user: components["schemas"]["User"];
        };
        SignedInAnswer: {
            success: boolean;
            data: components["schemas"]["SignedIn"];
            meta: components["schemas"]["Meta"];
        };
        SigningKeyId: {
            /** @description id of the new key */
            kid: string;
        };
        /**
         * @description used, or why it was left out
         * @enum {string}
         */
        SourceStatus: "used" | "stale" | "outlier" | "missing";
        StagedFile: {
            /** Format: uuid */
            file_id: string;
            name: string;
            /**
             * Format: int64
             * @description of the file
             */
            bytes: number;
            state: components["schemas"]["StagedFileState"];
            /**
             * Format: int64
             * @description until now; those of a file that is read are all
             */
            bytes_read: number;
            /** @description of `refused` */
            reason: string | null;
            /** @description whose file it is; `generic`: by its columns */
            preset: string | null;
            /** @description of its times; null: none was read */
            time_zone: string | null;
            /** @description `header`, `file name`, `column`, `cells`, `venue`, `given` or `assumed` */
            time_zone_from: string | null;
            /** @description of its columns; of a file that is refused, what may be its header */
            titles: string[];
            /** @description what a mapping calls the column under each title; empty: it has none */
            columns: string[];
            /** @description null: a preset knew them */
            mapping: components["schemas"]["ColumnMapping"] | null;
            /**
             * Format: int64
             * @description under the header
             */
            rows: number;
            /**
             * Format: int64
             * @description are a transaction
             */
            taken: number;
            /**
             * Format: int64
             * @description are part of another row’s transaction
             */
            joined: number;
            /**
             * Format: int64
             * @description are none
             */
            ignored: number;
            ignored_because: components["schemas"]["IgnoredBecause"];
            /** @description at most 500 */
            refused: components["schemas"]["RefusedRow"][];
            /**
             * Format: int64
             * @description all of them
             */
            refused_count: number;
            kinds: components["schemas"]["KindCounts"];
            balances: components["schemas"]["MovedByAsset"];
            stated: components["schemas"]["StatedByAsset"];
            /** @description its first 100 transactions */
            sample: {
                /**
                 * Format: date-time
                 * @description when it happened
                 */
                time: string;
                kind: components["schemas"]["TransactionKind"];
                /** @description of `income` alone */
                income_kind: components["schemas"]["IncomeKind"] | null;
                /** @description all that it did to balances */
                movements: components["schemas"]["Movement"][];
                /** @description null: none */
                note: string | null;
            }[];
        };
        StagedFileAnswer: {
            success: boolean;
            data: components["schemas"]["StagedFile"];
            meta: components["schemas"]["Meta"];
        };
        StagedFileChange: {
            /** @description of times that name none; `UTC+02:00`, `Europe/Berlin` */
            time_zone?: string | null;
            /** @description null: by presets, else by the titles */
            mapping?: components["schemas"]["ColumnMapping"] | null;
        };
        /**
         * @description `refused`: no row of it can be read, `reason` says why
         * @enum {string}
         */
        StagedFileState: "reading" | "ready" | "refused";
        /** @description what its rows say moved: less than `balances` where they tell one side of what is booked */
        StatedByAsset: {
            [key: string]: string;
        };
        StreamTicket: {
            ticket: string;
            /**
             * Format: int64
             * @description seconds
             */
            expires_in: number;
        };
        Target: {
            asset: string;
            /** Format: double */
            percent: number;
        };
        TargetRequest: {
            asset: string;
            /** Format: double */
            percent: number;
        };
        Targets: {
            /** @description at most 100 % together; empty: none */
            targets: components["schemas"]["Target"][];
        };
        TargetsAnswer: {
            success: boolean;
            data: components["schemas"]["Targets"];
            meta: components["schemas"]["Meta"];
        };
        TargetsRequest: {
            /** @description at most 100 % together; empty: none */
            targets: components["schemas"]["TargetRequest"][];
        };
        TaxYear: {
            /** Format: int64 */
            year: number;
            /** Format: int64 */
            disposals: number;
            /** @description null: not known */
            proceeds: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            cost: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            gain: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            short_term: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            long_term: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            currency_gains: components["schemas"]["Decimal"] | null;
            /** @description null: not known */
            income: components["schemas"]["Decimal"] | null;
        };
        TelegramSettings: {
            /** @description number of a chat, or @name of a channel */
            chat_id: string;
            /** @description of the bot, as @BotFather gives it */
            token: string;
        };
        /** @enum {string} */
        Theme: "system" | "light" | "dark";
        TimeWeighted: {
            /**
             * Format: double
             * @description since the first transaction
             */
            percent: number | null;
            /**
             * Format: double
             * @description null: under a year, or not known
             */
            annual_percent: number | null;
            /** @description when in a day flows count; `docs/portfolio.md` */
            timing: string;
            /**
             * Format: int64
             * @description first day, epoch ms
             */
            since: number | null;
            /**
             * Format: int64
             * @description days without a return
             */
            unexplained_days: number;
        };
        TodaysChange: {
            /** @description null: not known */
            change: components["schemas"]["Decimal"] | null;
            /**
             * Format: double
             * @description of the value then, and what came since
             */
            percent: number | null;
        };
        /** @enum {string} */
        TradeSide: "buy" | "sell";
        Transaction: {
            /** Format: uuid */
            transaction_id: string;
            /** Format: uuid */
            portfolio_id: string;
            /**
             * Format: date-time
             * @description when it happened
             */
            time: string;
            kind: components["schemas"]["TransactionKind"];
            /** @description of `income` alone */
            income_kind: components["schemas"]["IncomeKind"] | null;
            /** @description all that it did to balances */
            movements: components["schemas"]["Movement"][];
            /** @description null: nobody said */
            price: components["schemas"]["UnitPrice"] | null;
            /** @description null: none */
            note: string | null;
            /** @description where it was read; null: put in by hand */
            source: components["schemas"]["TransactionSource"] | null;
            /**
             * Format: int64
             * @description as in its `ETag`
             */
            version: number;
        };
        TransactionAnswer: {
            success: boolean;
            data: components["schemas"]["Transaction"];
            meta: components["schemas"]["Meta"];
        };
        /** @enum {string} */
        TransactionKind: "buy" | "sell" | "swap" | "transfer" | "transfer_in" | "transfer_out" | "deposit" | "withdrawal" | "fee" | "income" | "gift_in" | "gift_out" | "spend" | "loss";
        TransactionRequest: {
            kind: components["schemas"]["TransactionKind"];
            /**
             * Format: date-time
             * @description when it happened, ISO 8601 with its offset; kept to the millisecond
             */
            time: string;
            /** @description as the venue names it, such as `BTC` or `EUR`; wholly small letters are read as capitals */
            asset?: string;
            /** @description how much of `asset`; of a transfer, what left, with what it cost; decimal, over zero */
            quantity?: string;
            /** @description of `buy` and `sell`: the money for all of it, without fee; decimal, over zero */
            total?: string;
            /** @description money per unit; of `buy` and `sell` in place of `total`, of others what it was worth; decimal, over zero */
            price?: string;
            /** @description of `total` or `price`, ISO 4217 */
            currency?: string;
            sold?: components["schemas"]["AssetQuantity"];
            bought?: components["schemas"]["AssetQuantity"];
            /** @description of `transfer`: what arrived, the rest is the fee; left out: all of it; decimal, over zero */
            received?: string;
            /** @description where; of `transfer`, from where */
            wallet?: string;
            /** @description of `transfer`: to where */
            to_wallet?: string;
            /** @description a fee on top, in any asset */
            fee?: components["schemas"]["AssetQuantity"];
            income_kind?: components["schemas"]["IncomeKind"];
            note?: string;
        };
        TransactionSource: {
            /** Format: uuid */
            import_id: string;
            /** @description its name */
            file: string;
            /** @description of it, counted from 1 */
            lines: number[];
            /** @description what the venue calls it; null: it does not say */
            reference: string | null;
        };
        TrendingCoin: {
            coin_id: components["schemas"]["CoinId"];
            /**
             * Format: int64
             * @description stories of the last 24 hours
             */
            volume_24h: number;
            /**
             * Format: double
             * @description stories a day in the 14 days before
             */
            volume_usual: number | null;
            /**
             * Format: double
             * @description in standard deviations of a Poisson count
             */
            volume_surprise: number | null;
            /**
             * Format: double
             * @description -1 to 1; null: no news
             */
            score: number | null;
            /** @description of the story that most articles tell */
            headline: string | null;
        };
        TwoFactorBegin: {
            password: string;
        };
        TwoFactorConfirm: {
            /** @description six digits, or a recovery code */
            code: string;
        };
        TwoFactorProof: {
            password: string;
            /** @description six digits, or a recovery code */
            code: string;
        };
        TwoFactorSecret: {
            /** @description base32, for typing in */
            secret: string;
            /** @description for a QR code */
            otpauth_url: string;
        };
        TwoFactorState: {
            enabled: boolean;
            /** Format: int64 */
            recovery_codes_left: number;
        };
        /** @enum {string} */
        UkMatchingRule: "same_day" | "thirty_days" | "section_104";
        UnitPrice: {
            /** @description money per unit */
            amount: components["schemas"]["Decimal"];
            currency: string;
        };
        User: {
            /**
             * Format: uuid
             * @description id of an account
             */
            user_id: string;
            username: string;
            email: string;
            role: components["schemas"]["UserRole"];
            is_active: boolean;
            two_factor_enabled: boolean;
            /** Format: date-time */
            created_at: string;
        };
        UserAnswer: {
            success: boolean;
            data: components["schemas"]["User"];
            meta: components["schemas"]["Meta"];
        };
        /** @enum {string} */
        UserRole: "user" | "admin";
        /** @description letters, digits, `.`, `-`, `_`; begins with a letter or digit */
        Username: string;
        /** @description loss of one day as a positive fraction, by history and by a normal fit */
        ValueAtRisk: {
            historical: components["schemas"]["Loss"];
            normal: components["schemas"]["Loss"];
        };
        Volatilities: {
            results: components["schemas"]["Volatility"][];
            left_out: components["schemas"]["LeftOut"][];
        };
        Volatility: {
            coin_id: components["schemas"]["CoinId"];
            period: components["schemas"]["VolatilityPeriod"];
            /**
             * Format: double
             * @description mean of the closes, USD
             */
            sma: number | null;
            /**
             * Format: double
             * @description population deviation of the closes around their mean, USD
             */
            volatility: number | null;
            /**
             * Format: double
             * @description the same in percent of the mean
             */
            volatility_pct: number | null;
            /**
             * Format: double
             * @description sample deviation of the log returns, over a year of 365 days; a fraction: 0.5 is 50 %
             */
            realized_annualized: number | null;
            /** Format: int64 */
            last_bar_time?: number | null;
        } & components["schemas"]["Provenance"];
        /** @enum {string} */
        VolatilityPeriod: "24h" | "7d" | "30d";
        WalletBalance: {
            wallet: string;
            /** @description the part that is there */
            amount: components["schemas"]["Decimal"];
        };
        WatchNote: {
            /** @description left out: stays; null: none */
            note?: string | null;
        };
        WatchedCoin: {
            coin_id: components["schemas"]["CoinId"];
            /** @description null: none */
            note: string | null;
        };
        WatchedCoinRequest: {
            /**
             * @description slug of a coin in any case, no ticker
             * @example bitcoin
             */
            coin_id: string;
            /** @description left out: stays; null: none */
            note?: string | null;
        };
        Watchlist: {
            /** Format: uuid */
            watchlist_id: string;
            name: string;
            /**
             * Format: int64
             * @description among your watchlists
             */
            position: number;
            /** @description in your order */
            coins: components["schemas"]["WatchedCoin"][];
            /**
             * Format: int64
             * @description as in its `ETag`
             */
            version: number;
        };
        WatchlistAnswer: {
            success: boolean;
            data: components["schemas"]["Watchlist"];
            meta: components["schemas"]["Meta"];
        };
        WatchlistChange: {
            /** @description one line of text */
            name?: string;
            /**
             * Format: int64
             * @description among your watchlists: those behind move on; past the last one: the last
             */
            position?: number;
            /** @description all of them in their new order, each once; who is not named goes */
            coins?: components["schemas"]["WatchedCoinRequest"][];
        };
        WatchlistRequest: {
            /** @description one line of text */
            name: string;
            /** @description each once */
            coins?: string[];
        };
        WebhookSettings: {
            /** @description of the receiver; a user and a password in it are sent as Basic authentication */
            url: string;
            template: components["schemas"]["WebhookTemplate"];
        };
        /**
         * @description whose format the body has
         * @enum {string}
         */
        WebhookTemplate: "tidemark" | "discord" | "slack" | "ntfy" | "gotify" | "home_assistant";
        /** @enum {string} */
        WorthQuality: "good" | "degraded" | "stale" | "simulated";
    };
    responses: {
        /** @description Something does not fit or is not known. */
        400: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No sign-in, or one that does not hold. */
        401: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Signed in, and not allowed. */
        403: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing. */
        404: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done as things are. */
        409: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was changed meanwhile. */
        412: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too long. */
        413: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is no JSON. */
        415: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is too little history for any figure. */
        422: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        429: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                "Retry-After": components["headers"]["RetryAfter"];
                "RateLimit-Limit": components["headers"]["Limit"];
                "RateLimit-Reset": components["headers"]["Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; try again. */
        503: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other: a URL that is too long, a method that the path lacks. */
        default: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Done */
        EmptyAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EmptyAnswer"];
            };
        };
        /** @description The account as it is now */
        UserAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserAnswer"];
            };
        };
        /** @description A session, and tokens for it */
        SignedInAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignedInAnswer"];
            };
        };
        /** @description The watchlist as it is now */
        WatchlistAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WatchlistAnswer"];
            };
        };
        /** @description How many sessions were ended */
        SessionsEndedAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionsEndedAnswer"];
            };
        };
        /** @description The recovery codes */
        RecoveryCodesAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RecoveryCodesAnswer"];
            };
        };
        /** @description The preferences as they are now */
        PreferencesAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PreferencesAnswer"];
            };
        };
        /** @description What happened */
        SecurityEventListAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SecurityEventListAnswer"];
            };
        };
        /** @description Your portfolios */
        PortfolioListAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortfolioListAnswer"];
            };
        };
        /** @description The portfolio as it is now */
        PortfolioAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortfolioAnswer"];
            };
        };
        /** @description The file, which is being read */
        StagedFileAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StagedFileAnswer"];
            };
        };
        /** @description Correlation of two coins */
        CorrelationAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CorrelationAnswer"];
            };
        };
        /** @description A page of articles */
        ArticleListAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArticleListAnswer"];
            };
        };
        /** @description The source */
        NewsSourceAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NewsSourceAnswer"];
            };
        };
        /** @description The last of each hour or day; those of which nothing is kept are left out */
        SentimentTrendAnswer: {
            headers: {
                "X-Request-Id": components["headers"]["Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SentimentTrendAnswer"];
            };
        };
    };
    parameters: {
        /** @description id of a portfolio of yours */
        PortfolioId: string;
        /** @description id of your account, or `me` */
        UserId: string;
        /**
         * @description slug of a coin in any case, no ticker
         * @example bitcoin
         */
        CoinId: string;
        /** @description `meta.next_cursor` of the page before; left out: the newest */
        Cursor: string;
        /** @description left out: the portfolio's own */
        Method: components["schemas"]["AccountingMethod"];
        /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
        IdempotencyKey: string;
        /** @description length of the bars; they are aligned to UTC; left out: 1h */
        Interval: components["schemas"]["Interval"];
        /** @description the `ETag` of what is changed; `*`: whatever it is now */
        IfMatch: string;
        /** @description id of a watchlist of yours */
        WatchlistId: string;
        /** @description newest bars, oldest first */
        Limit: number;
        /**
         * @description coins by their slugs, separated by commas; 1 to 50
         * @example [
         *       "bitcoin",
         *       "ethereum"
         *     ]
         */
        Coins: string[];
        /** @description most entries, newest first */
        Limit2: number;
        /** @description id of a transaction of it */
        TransactionId: string;
        /** @description first day, UTC; left out: that of the first transaction */
        From: string;
        /** @description last day, UTC; left out: today */
        To: string;
        /** @description id of a file that was sent */
        FileId: string;
        /** @description how far back from now; left out: 30d */
        Period: components["schemas"]["CorrelationPeriod"];
        /** @description log returns from bar to bar, or the prices themselves; left out: returns */
        Of: components["schemas"]["CorrelationOf"];
        /** @description of an article */
        ArticleId: number;
        /** @description id of an alert of yours */
        AlertId: string;
        /** @description id of a channel of yours */
        ChannelId: string;
        /** @description id of an account */
        UserId2: string;
        /** @description those that are deleted, and no others */
        Deleted: boolean;
        /** @description the `ETag` of what is deleted; left out: whatever it is now */
        IfMatch2: string;
        /** @description as the venue names it, such as `BTC` or `EUR`; wholly small letters are read as capitals */
        Asset: string;
        /** @description those of a calendar year, UTC */
        Year: number;
        /** @description of this asset */
        Asset2: string;
        /** @description id of an import */
        ImportId: string;
        /** @description how bars are weighted; left out: sma */
        Type: components["schemas"]["MovingAverageType"];
        /** @description bars */
        Period2: number;
        /** @description such as `rsi,macd(12,26,9),sma(50)` */
        Names: string;
        /** @description how far back from now; left out: 24h */
        Period3: components["schemas"]["VolatilityPeriod"];
        /** @description how far back from now; left out: 1y */
        Period4: components["schemas"]["RiskPeriod"];
        /** @description a year, as a fraction: 0.04 is 4 % */
        RiskFreeRate: number;
        Label: components["schemas"]["SentimentLabel"];
        /** @description of one source alone */
        SourceId: string;
        /** @description ISO 639-1; of one language alone */
        Language: string;
        /** @description most articles, newest first */
        Limit3: number;
        /** @description up to now */
        Period5: "24h" | "7d" | "30d" | "90d";
        /** @description of the points; an hour by default, a day where the period is 30d or 90d */
        Interval2: "1h" | "1d";
        /** @description the `ETag` of what is meant; left out: whatever it is now */
        IfMatch3: string;
    };
    requestBodies: never;
    headers: {
        /** @description Id of the request, as in the log; the one sent, where it is fit. */
        Id: string;
        /** @description Requests a minute. */
        Limit: number;
        /** @description Requests that are left now. */
        Remaining: number;
        /** @description Seconds until one is allowed where none is left, else until all are. */
        Reset: number;
        /** @description What is left: `"data";r=999;t=1`. */
        RateLimit: string;
        /** @description The limit: `"data";q=1000;w=60` is 1000 requests in 60 s. */
        RateLimitPolicy: string;
        /** @description Seconds to wait. */
        RetryAfter: number;
        /** @description How to sign in (RFC 6750). */
        WWWAuthenticate: string;
        /** @description Methods that the path takes. */
        Allow: string;
        /** @description The same tag is the same answer; `If-Match` takes it where something is changed. */
        ETag: string;
        /** @description How long a copy may be used. */
        CacheControl: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["400"];
            default: components["responses"]["default"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every module does its work */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["400"];
            /** @description Every module does its work */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            default: components["responses"]["default"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics in the text format of Prometheus */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["400"];
            default: components["responses"]["default"];
        };
    };
    listCoins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Coins that are followed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Coin"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listPrices: {
        parameters: {
            query?: {
                /**
                 * @description coins by their slugs, separated by commas, at most 50; left out: all
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coins?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prices of all coins */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Price"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Current price of a coin */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Price"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listMovers: {
        parameters: {
            query?: {
                /** @description how far back the change is measured from now; left out: 24h */
                window?: components["schemas"]["MoversWindow"];
                /** @description most gainers, and most losers, the largest change first */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Coins that rose and fell the most */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["MoversView"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listCandles: {
        parameters: {
            query?: {
                /** @description length of the bars; they are aligned to UTC; left out: 1h */
                interval?: components["parameters"]["Interval"];
                /** @description consolidated: all venues, in USD; else one, in its product’s quote; left out: consolidated */
                exchange?: components["schemas"]["CandleExchange"];
                /** @description bars that open at or after this, the oldest first, epoch ms */
                from?: number;
                /** @description bars that open before this; without `from` the newest, epoch ms */
                to?: number;
                /** @description most bars: the oldest from `from` on, else the newest; oldest first */
                limit?: number;
                /** @description `meta.next_cursor` of the page before, with its other parameters */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Candles of a coin */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["CandlesView"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            /** @description What you have is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listExchangeQuotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What each venue says of a coin now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["ExchangesView"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listArbitrage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Price differences between venues */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Arbitrage"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getFeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State of each venue’s feed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["FeedsView"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listCurrencyRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What currencies and the dollar’s stablecoins are worth in US dollars now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["CurrencyRate"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listDailyRates: {
        parameters: {
            query?: {
                /** @description days that begin at or after this; a year by default, epoch ms */
                from?: number;
                /** @description days that begin before this; today too by default, epoch ms */
                to?: number;
            };
            header?: never;
            path: {
                /** @description ISO 4217 such as `EUR`, or `USDT`, `USDC` */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every UTC day of the range up to today; one without a rate has that of the last day before, at most ten days later, and is left out otherwise */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["DailyRate"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getHistoryReach: {
        parameters: {
            query: {
                /**
                 * @description coins by their slugs, separated by commas; 1 to 50
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coin_ids: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far back daily candles of coins go */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    "RateLimit-Remaining": components["headers"]["Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["HistoryReach"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether anyone may make an account */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["RegistrationState"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ada",
                 *       "email": "ada@example.org",
                 *       "password": "a tide of 9 words"
                 *     }
                 */
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            201: components["responses"]["SignedInAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ada",
                 *       "password": "a tide of 9 words"
                 *     }
                 */
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            200: components["responses"]["SignedInAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            200: components["responses"]["SignedInAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    logoutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SessionsEndedAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where you are signed in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Session"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
                /** @description id of the session, as in the list */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ada.l"
                 *     }
                 */
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            200: components["responses"]["UserAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeletion"];
            };
        };
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether your second factor is on */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["TwoFactorState"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    beginTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TwoFactorBegin"];
            };
        };
        responses: {
            /** @description The secret that codes are made from */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["TwoFactorSecret"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    disableTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TwoFactorProof"];
            };
        };
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    confirmTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TwoFactorConfirm"];
            };
        };
        responses: {
            200: components["responses"]["RecoveryCodesAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    replaceRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TwoFactorProof"];
            };
        };
        responses: {
            200: components["responses"]["RecoveryCodesAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PreferencesAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    updatePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "theme": "dark"
                 *     }
                 */
                "application/json": components["schemas"]["PreferencesChange"];
            };
        };
        responses: {
            200: components["responses"]["PreferencesAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.org"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordForgotten"];
            };
        };
        responses: {
            /** @description Taken; whether there is such an account is not said */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["PasswordForgottenAnswer"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            200: components["responses"]["SessionsEndedAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your API keys */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["ApiKey"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "notebook",
                 *       "scope": "read"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description The key, shown this once */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["CreatedApiKey"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
                /** @description id of the key, as in the list */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listSecurityEvents: {
        parameters: {
            query?: {
                /** @description most entries, newest first */
                limit?: components["parameters"]["Limit2"];
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SecurityEventListAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAllSecurityEvents: {
        parameters: {
            query?: {
                /** @description most entries, newest first */
                limit?: components["parameters"]["Limit2"];
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
                /** @description of this account alone */
                user_id?: string;
                /** @description of this kind alone */
                event?: components["schemas"]["SecurityEventName"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SecurityEventListAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description most entries, newest first */
                limit?: components["parameters"]["Limit2"];
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
                /** @description a part of the username or the email */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["User"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getAnyAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of an account */
                user_id: components["parameters"]["UserId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    updateAnyAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of an account */
                user_id: components["parameters"]["UserId2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "user"
                 *     }
                 */
                "application/json": components["schemas"]["AdminUserChange"];
            };
        };
        responses: {
            200: components["responses"]["UserAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    dropCache: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description which values are dropped */
                group: components["schemas"]["CacheGroup"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many values were dropped */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["CacheDropped"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The id of the new key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["SigningKeyId"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listPortfolios: {
        parameters: {
            query?: {
                /** @description those that are deleted, and no others */
                deleted?: components["parameters"]["Deleted"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PortfolioListAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    createPortfolio: {
        parameters: {
            query?: never;
            header?: {
                /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
                "idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Savings",
                 *       "base_currency": "EUR"
                 *     }
                 */
                "application/json": components["schemas"]["PortfolioRequest"];
            };
        };
        responses: {
            /** @description The portfolio */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listPortfoliosOfUser: {
        parameters: {
            query?: {
                /** @description those that are deleted, and no others */
                deleted?: components["parameters"]["Deleted"];
            };
            header?: never;
            path: {
                /** @description id of your account, or `me` */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PortfolioListAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPortfolio: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A portfolio of yours */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deletePortfolio: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of what is deleted; left out: whatever it is now */
                "if-match"?: components["parameters"]["IfMatch2"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The portfolio as it was put away */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    updatePortfolio: {
        parameters: {
            query?: never;
            header: {
                /** @description the `ETag` of what is changed; `*`: whatever it is now */
                "if-match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Retirement"
                 *     }
                 */
                "application/json": components["schemas"]["PortfolioChange"];
            };
        };
        responses: {
            200: components["responses"]["PortfolioAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    restorePortfolio: {
        parameters: {
            query?: never;
            header?: {
                /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
                "idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PortfolioAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description of this kind alone */
                kind?: components["schemas"]["TransactionKind"];
                /** @description that moved this asset */
                asset?: string;
                /** @description at or after this, epoch ms */
                from?: number;
                /** @description before this, epoch ms */
                to?: number;
                /** @description most transactions, newest first */
                limit?: number;
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Transactions */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Transaction"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    createTransaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
                "idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "buy",
                 *       "time": "2026-03-01T12:00:00Z",
                 *       "asset": "BTC",
                 *       "quantity": "0.015",
                 *       "total": "930.45",
                 *       "currency": "EUR",
                 *       "fee": {
                 *         "asset": "EUR",
                 *         "quantity": "1.2"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TransactionRequest"];
            };
        };
        responses: {
            /** @description The transaction, as movements of balances */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of a transaction of it */
                transaction_id: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A transaction */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    replaceTransaction: {
        parameters: {
            query?: never;
            header: {
                /** @description the `ETag` of what is changed; `*`: whatever it is now */
                "if-match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of a transaction of it */
                transaction_id: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "buy",
                 *       "time": "2026-03-01T12:00:00Z",
                 *       "asset": "BTC",
                 *       "quantity": "0.015",
                 *       "total": "930.45",
                 *       "currency": "EUR",
                 *       "fee": {
                 *         "asset": "EUR",
                 *         "quantity": "1.2"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TransactionRequest"];
            };
        };
        responses: {
            /** @description The transaction as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deleteTransaction: {
        parameters: {
            query?: never;
            header: {
                /** @description the `ETag` of what is changed; `*`: whatever it is now */
                "if-match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of a transaction of it */
                transaction_id: components["parameters"]["TransactionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getBalances: {
        parameters: {
            query?: {
                /** @description balances after what happened up to this, epoch ms */
                at?: number;
                /** @description balances of zero too */
                zeros?: boolean;
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Balances */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Balances"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAssets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Assets */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["HeldAsset"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    addAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
                "idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asset": "BTC",
                 *       "quantity": "0.5",
                 *       "purchase_price": "60000",
                 *       "currency": "EUR",
                 *       "purchase_date": "2026-03-01"
                 *     }
                 */
                "application/json": components["schemas"]["AssetRequest"];
            };
        };
        responses: {
            /** @description The transaction that it came by */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    setAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description as the venue names it, such as `BTC` or `EUR`; wholly small letters are read as capitals */
                asset: components["parameters"]["Asset"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": "0.75"
                 *     }
                 */
                "application/json": components["schemas"]["AssetChange"];
            };
        };
        responses: {
            /** @description What there is now, and what was written for it */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetChangedAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    removeAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description as the venue names it, such as `BTC` or `EUR`; wholly small letters are read as capitals */
                asset: components["parameters"]["Asset"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was written for it */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetChangedAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listWatchlists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your watchlists */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Watchlist"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    createWatchlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
                "idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "To buy",
                 *       "coins": [
                 *         "bitcoin"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WatchlistRequest"];
            };
        };
        responses: {
            /** @description The watchlist */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchlistAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getWatchlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a watchlist of yours */
                watchlist_id: components["parameters"]["WatchlistId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A watchlist of yours */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchlistAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deleteWatchlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of what is deleted; left out: whatever it is now */
                "if-match"?: components["parameters"]["IfMatch2"];
            };
            path: {
                /** @description id of a watchlist of yours */
                watchlist_id: components["parameters"]["WatchlistId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    updateWatchlist: {
        parameters: {
            query?: never;
            header: {
                /** @description the `ETag` of what is changed; `*`: whatever it is now */
                "if-match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description id of a watchlist of yours */
                watchlist_id: components["parameters"]["WatchlistId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "coins": [
                 *         {
                 *           "coin_id": "ethereum"
                 *         },
                 *         {
                 *           "coin_id": "bitcoin",
                 *           "note": "under 60,000"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WatchlistChange"];
            };
        };
        responses: {
            200: components["responses"]["WatchlistAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    watchCoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a watchlist of yours */
                watchlist_id: components["parameters"]["WatchlistId"];
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "under 60,000"
                 *     }
                 */
                "application/json": components["schemas"]["WatchNote"];
            };
        };
        responses: {
            200: components["responses"]["WatchlistAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    unwatchCoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a watchlist of yours */
                watchlist_id: components["parameters"]["WatchlistId"];
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WatchlistAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getTargets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shares; none is an empty list */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetsAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    replaceTargets: {
        parameters: {
            query?: never;
            header: {
                /** @description the `ETag` of what is changed; `*`: whatever it is now */
                "if-match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetsRequest"];
            };
        };
        responses: {
            /** @description The shares as they are now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetsAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPortfolioHistory: {
        parameters: {
            query?: {
                /** @description first day, UTC; left out: that of the first transaction */
                from?: components["parameters"]["From"];
                /** @description last day, UTC; left out: today */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A point a day, and the days on which a price is missing */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["PortfolioHistory"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPortfolioHistoryFile: {
        parameters: {
            query?: {
                /** @description first day, UTC; left out: that of the first transaction */
                from?: components["parameters"]["From"];
                /** @description last day, UTC; left out: today */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as CSV */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPortfolioRisk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures; what too few days say nothing of is null */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["PortfolioRisk"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getContributions: {
        parameters: {
            query?: {
                /** @description first day, UTC; left out: that of the first transaction */
                from?: components["parameters"]["From"];
                /** @description last day, UTC; left out: today */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A gain for each asset that was held */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Contribution"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPerformance: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["PortfolioPerformance"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    exportPositions: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is held */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getGains: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gains by year */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Gains"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listDisposals: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
                /** @description those of a calendar year, UTC */
                year?: components["parameters"]["Year"];
                /** @description of this asset */
                asset?: components["parameters"]["Asset2"];
                /** @description most disposals, newest first */
                limit?: number;
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disposals */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Disposal"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listLots: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
                /** @description of this asset */
                asset?: components["parameters"]["Asset2"];
                /** @description most lots, newest first */
                limit?: number;
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lots */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Lot"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    exportDisposals: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
                /** @description those of a calendar year, UTC */
                year?: components["parameters"]["Year"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disposals with their gains */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getHowComputed: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
                /** @description of this asset alone; not of what is of the whole */
                asset?: string;
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description a figure of `/performance` */
                figure: components["schemas"]["PortfolioFigure"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figure, and what it is the sum of */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HowComputedAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getHowDisposalComputed: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description `n` of the disposal */
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gain, and what it is the sum of */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HowComputedAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAssetSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Settings of assets */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AssetSetting"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    setAssetSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description its name */
                asset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "coin_id": null,
                 *       "is_mapped": true,
                 *       "prices": [
                 *         {
                 *           "day": "2026-01-01",
                 *           "price": "12.50"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AssetSettingRequest"];
            };
        };
        responses: {
            /** @description The setting as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AssetSetting"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listImportFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["StagedFile"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    sendImportFile: {
        parameters: {
            query: {
                /** @description of the file; some tell a zone */
                name: string;
                /** @description of times that name none, such as `Europe/Berlin` */
                time_zone?: string;
            };
            header?: {
                /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
                "idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "text/csv": unknown;
            };
        };
        responses: {
            202: components["responses"]["StagedFileAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getImportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of a file that was sent */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a file would put in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagedFileAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deleteImportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of a file that was sent */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    rereadImportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of a file that was sent */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "time_zone": "Europe/Berlin"
                 *     }
                 */
                "application/json": components["schemas"]["StagedFileChange"];
            };
        };
        responses: {
            202: components["responses"]["StagedFileAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last 100 imports */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Import"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    importFiles: {
        parameters: {
            query?: never;
            header?: {
                /** @description of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h */
                "idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description The import, which is being done */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of an import */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description id of an import */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import, taken back */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listColumnMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mappings of columns that you keep */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["KeptMapping"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deleteColumnMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
                /** @description as it is kept */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    exportTransactions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every transaction with its movements */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description left out: the portfolio's own */
                method?: components["parameters"]["Method"];
                /** @description UTC; left out: all years */
                year?: number;
                /** @description a name that is printed on the first page */
                owner?: string;
            };
            header?: never;
            path: {
                /** @description id of a portfolio of yours */
                portfolio_id: components["parameters"]["PortfolioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A report of a calendar year */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getMovingAverage: {
        parameters: {
            query?: {
                /** @description how bars are weighted; left out: sma */
                type?: components["parameters"]["Type"];
                /** @description bars */
                period?: components["parameters"]["Period2"];
                /** @description length of the bars; they are aligned to UTC; left out: 1h */
                interval?: components["parameters"]["Interval"];
                /** @description newest bars, oldest first */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A moving average of the closes */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["MovingAverage"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listMovingAverages: {
        parameters: {
            query: {
                /**
                 * @description coins by their slugs, separated by commas; 1 to 50
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coins: components["parameters"]["Coins"];
                /** @description how bars are weighted; left out: sma */
                type?: components["parameters"]["Type"];
                /** @description bars */
                period?: components["parameters"]["Period2"];
                /** @description length of the bars; they are aligned to UTC; left out: 1h */
                interval?: components["parameters"]["Interval"];
                /** @description newest bars, oldest first */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The moving averages of several coins */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["MovingAverages"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getIndicators: {
        parameters: {
            query?: {
                /** @description such as `rsi,macd(12,26,9),sma(50)` */
                names?: components["parameters"]["Names"];
                /** @description length of the bars; they are aligned to UTC; left out: 1h */
                interval?: components["parameters"]["Interval"];
                /** @description newest bars, oldest first */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Indicators by name */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Indicators"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listIndicators: {
        parameters: {
            query: {
                /**
                 * @description coins by their slugs, separated by commas; 1 to 50
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coins: components["parameters"]["Coins"];
                /** @description such as `rsi,macd(12,26,9),sma(50)` */
                names?: components["parameters"]["Names"];
                /** @description length of the bars; they are aligned to UTC; left out: 1h */
                interval?: components["parameters"]["Interval"];
                /** @description newest bars, oldest first */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The indicators of several coins */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["SeveralIndicators"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getVolatility: {
        parameters: {
            query?: {
                /** @description how far back from now; left out: 24h */
                period?: components["parameters"]["Period3"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far prices lay from their mean */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Volatility"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listVolatilities: {
        parameters: {
            query: {
                /**
                 * @description coins by their slugs, separated by commas; 1 to 50
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coins: components["parameters"]["Coins"];
                /** @description how far back from now; left out: 24h */
                period?: components["parameters"]["Period3"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The volatility of several coins */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Volatilities"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getCorrelation: {
        parameters: {
            query: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_1: string;
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_2: string;
                /** @description how far back from now; left out: 30d */
                period?: components["parameters"]["Period"];
                /** @description log returns from bar to bar, or the prices themselves; left out: returns */
                of?: components["parameters"]["Of"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CorrelationAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getCorrelationOfPair: {
        parameters: {
            query?: {
                /** @description how far back from now; left out: 30d */
                period?: components["parameters"]["Period"];
                /** @description log returns from bar to bar, or the prices themselves; left out: returns */
                of?: components["parameters"]["Of"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_1: string;
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CorrelationAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getCorrelationMatrix: {
        parameters: {
            query: {
                /**
                 * @description coins by their slugs, separated by commas; 2 to 50
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coins: string[];
                /** @description how far back from now; left out: 30d */
                period?: components["parameters"]["Period"];
                /** @description log returns from bar to bar, or the prices themselves; left out: returns */
                of?: components["parameters"]["Of"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Correlation of every pair of several coins */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["CorrelationMatrix"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getRisk: {
        parameters: {
            query?: {
                /** @description how far back from now; left out: 1y */
                period?: components["parameters"]["Period4"];
                /** @description a year, as a fraction: 0.04 is 4 % */
                risk_free_rate?: components["parameters"]["RiskFreeRate"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drawdown */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Risk"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listRisks: {
        parameters: {
            query: {
                /**
                 * @description coins by their slugs, separated by commas; 1 to 50
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coins: components["parameters"]["Coins"];
                /** @description how far back from now; left out: 1y */
                period?: components["parameters"]["Period4"];
                /** @description a year, as a fraction: 0.04 is 4 % */
                risk_free_rate?: components["parameters"]["RiskFreeRate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The risk of several coins */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Risks"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getBreadth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The share of coins above their 20 and 50 day averages */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Breadth"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getRanks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Coins by volatility and by volume */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Ranks"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getFearGreed: {
        parameters: {
            query?: {
                /** @description newest days, oldest first */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An index of fear and greed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["FearGreed"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getRegimes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which market each coin is in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Regimes"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listDailyMetrics: {
        parameters: {
            query?: {
                /** @description days that begin at or after this, epoch ms */
                from?: number;
                /** @description days that begin before this, epoch ms */
                to?: number;
                /** @description most days, the newest of the range; they are given oldest first */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics as they were stored at the end of each day */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["DailyMetricsView"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    runBacktest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "coin_id": "bitcoin",
                 *       "interval": "1h",
                 *       "entry": "rsi(14) < 30",
                 *       "exit": "rsi(14) > 70"
                 *     }
                 */
                "application/json": components["schemas"]["BacktestRequest"];
            };
        };
        responses: {
            /** @description What a rule would have come to on stored candles */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Backtest"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listNews: {
        parameters: {
            query?: {
                label?: components["parameters"]["Label"];
                /** @description of one source alone */
                source_id?: components["parameters"]["SourceId"];
                /** @description ISO 639-1; of one language alone */
                language?: components["parameters"]["Language"];
                /** @description most articles, newest first */
                limit?: components["parameters"]["Limit3"];
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ArticleListAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listNewsOfCoin: {
        parameters: {
            query?: {
                label?: components["parameters"]["Label"];
                /** @description of one source alone */
                source_id?: components["parameters"]["SourceId"];
                /** @description ISO 639-1; of one language alone */
                language?: components["parameters"]["Language"];
                /** @description most articles, newest first */
                limit?: components["parameters"]["Limit3"];
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ArticleListAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listNewsSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where news come from */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["NewsSource"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    addNewsSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsSourceRequest"];
            };
        };
        responses: {
            201: components["responses"]["NewsSourceAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    changeNewsSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsSourceChange"];
            };
        };
        responses: {
            200: components["responses"]["NewsSourceAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getRescoring: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far scoring the articles anew has come */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RescoringAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    beginRescoring: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far that is */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RescoringAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    opinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description of an article */
                article_id: components["parameters"]["ArticleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What you say; null where you said nothing */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionViewAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    sayOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description of an article */
                article_id: components["parameters"]["ArticleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            /** @description What you say */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionViewAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    takeOpinionBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description of an article */
                article_id: components["parameters"]["ArticleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That you say nothing */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionViewAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    compareSentiment: {
        parameters: {
            query: {
                /**
                 * @description coins by their slugs, separated by commas; 1 to 30
                 * @example [
                 *       "bitcoin",
                 *       "ethereum"
                 *     ]
                 */
                coins: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order in which they were named */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Sentiment"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listTrendingCoins: {
        parameters: {
            query?: {
                /** @description most coins */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The most surprising first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["TrendingCoin"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getSentiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the news of a coin sounds like now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["Sentiment"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getSentimentTrend: {
        parameters: {
            query?: {
                /** @description up to now */
                period?: components["parameters"]["Period5"];
                /** @description of the points; an hour by default, a day where the period is 30d or 90d */
                interval?: components["parameters"]["Interval2"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SentimentTrendAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getTrendOfSentiment: {
        parameters: {
            query?: {
                /** @description up to now */
                period?: components["parameters"]["Period5"];
                /** @description of the points; an hour by default, a day where the period is 30d or 90d */
                interval?: components["parameters"]["Interval2"];
            };
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SentimentTrendAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getSentimentLeadLag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description slug of a coin in any case, no ticker
                 * @example bitcoin
                 */
                coin_id: components["parameters"]["CoinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Correlations at eleven lags, each with its 95 % interval */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["LeadLag"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your alerts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertListAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    createAlert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "coins": [
                 *         "bitcoin"
                 *       ],
                 *       "condition": {
                 *         "quantity": "price",
                 *         "direction": "below",
                 *         "bound": 60000,
                 *         "for_s": 300
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AlertRequest"];
            };
        };
        responses: {
            /** @description The alert */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of an alert of yours */
                alert_id: components["parameters"]["AlertId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An alert of yours */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deleteAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of what is meant; left out: whatever it is now */
                "if-match"?: components["parameters"]["IfMatch3"];
            };
            path: {
                /** @description id of an alert of yours */
                alert_id: components["parameters"]["AlertId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    updateAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of what is meant; left out: whatever it is now */
                "if-match"?: components["parameters"]["IfMatch3"];
            };
            path: {
                /** @description id of an alert of yours */
                alert_id: components["parameters"]["AlertId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "is_on": false
                 *     }
                 */
                "application/json": components["schemas"]["AlertChange"];
            };
        };
        responses: {
            /** @description The alert as it is now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    readAlertLine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "line": "BTC < 60k for 5 min"
                 *     }
                 */
                "application/json": components["schemas"]["AlertLine"];
            };
        };
        responses: {
            /** @description The alert as one would ask for it */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        /**
                         * @example {
                         *       "coins": [
                         *         "bitcoin"
                         *       ],
                         *       "condition": {
                         *         "quantity": "price",
                         *         "direction": "below",
                         *         "bound": 60000,
                         *         "for_s": 300
                         *       }
                         *     }
                         */
                        data: components["schemas"]["AlertRequest"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    previewAlert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "coin_id": "bitcoin",
                 *       "condition": {
                 *         "quantity": "price",
                 *         "direction": "crosses_below",
                 *         "bound": 60000
                 *       },
                 *       "recurring": true
                 *     }
                 */
                "application/json": components["schemas"]["AlertPreviewRequest"];
            };
        };
        responses: {
            /** @description When it would have */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertPreview"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAlertFirings: {
        parameters: {
            query?: {
                /** @description most firings, newest first */
                limit?: number;
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
                /** @description of this alert alone */
                alert_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What your alerts fired */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertFiring"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getUnseenAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How much fired that you have not seen */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertUnseenAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    markAlertsSeen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertsSeen"];
            };
        };
        responses: {
            /** @description How much is left */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertUnseenAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    exportAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your alerts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        /**
                         * @example {
                         *       "tidemark_alerts": 1,
                         *       "alerts": [
                         *         {
                         *           "coins": null,
                         *           "condition": {
                         *             "quantity": "move",
                         *             "direction": "above",
                         *             "bound": 5,
                         *             "window_min": 60
                         *           }
                         *         }
                         *       ]
                         *     }
                         */
                        data: components["schemas"]["AlertsFile"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    importAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description alerts to keep or to take elsewhere; channels stay with their account */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tidemark_alerts": 1,
                 *       "alerts": [
                 *         {
                 *           "coins": null,
                 *           "condition": {
                 *             "quantity": "move",
                 *             "direction": "above",
                 *             "bound": 5,
                 *             "window_min": 60
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AlertsFile"];
            };
        };
        responses: {
            /** @description What was made */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertListAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAlertChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your channels */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertChannel"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    createAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "webhook",
                 *       "name": "Phone",
                 *       "settings": {
                 *         "url": "https://ntfy.sh/my-alerts",
                 *         "template": "ntfy"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AlertChannelRequest"];
            };
        };
        responses: {
            /** @description The channel, with its secret, which is not told again */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["CreatedAlertChannel"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    deleteAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a channel of yours */
                channel_id: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmptyAnswer"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    renameAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a channel of yours */
                channel_id: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Phone"
                 *     }
                 */
                "application/json": components["schemas"]["AlertChannelChange"];
            };
        };
        responses: {
            /** @description The channel */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertChannel"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    testAlertChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a channel of yours */
                channel_id: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How that went */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertChannelTest"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    getPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key that a browser subscribes to push messages with */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["PushKey"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    listAlertDeliveries: {
        parameters: {
            query?: {
                /** @description of this state alone */
                state?: components["schemas"]["AlertDeliveryState"];
                /** @description of one channel of yours alone */
                channel_id?: string;
                /** @description most deliveries, newest first */
                limit?: number;
                /** @description `meta.next_cursor` of the page before; left out: the newest */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertDelivery"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    sendAlertAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a delivery of yours */
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, which waits */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertDelivery"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    countAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many alerts there are */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["AlertCounts"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
    createStreamTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ticket that opens one WebSocket as you */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                        data: components["schemas"]["StreamTicket"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
            default: components["responses"]["default"];
        };
    };
}

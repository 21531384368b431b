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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
            };
        };
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
        /** Every module does its work; 503 with what is waited for until then */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ready: boolean;
                            modules: {
                                name: string;
                                ready: boolean;
                                /** @description what is waited for, in words, or the module whose turn comes before; null when ready */
                                waiting_for: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ready: boolean;
                            modules: {
                                name: string;
                                ready: boolean;
                                /** @description what is waited for, in words, or the module whose turn comes before; null when ready */
                                waiting_for: string | null;
                            }[];
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_id: string;
                                /** @description ticker for display, such as `BTC` */
                                symbol: string;
                                name: string;
                                /** @description the coin's product on each venue that lists it */
                                products: {
                                    exchange: string;
                                    product: string;
                                }[];
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        /** Current prices of all coins, or of those named */
        get: {
            parameters: {
                query?: {
                    /** @description coin ids, separated by commas */
                    coins?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                coin_id: string;
                                /** @description USD */
                                price: number;
                                /** @enum {string} */
                                currency: "USD";
                                /** @description USD; null until 24 h of history is there */
                                change_24h: number | null;
                                /** @description percent */
                                change_24h_pct: number | null;
                                /** @description USD */
                                high_24h: number | null;
                                /** @description USD */
                                low_24h: number | null;
                                /** @description USD traded on all venues in 24 h */
                                volume_24h: number | null;
                                /**
                                 * Format: date-time
                                 * @description of the newest trade in it
                                 */
                                timestamp: string;
                                quality: "live" | "degraded" | "stale";
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                sources: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    product: string;
                                    /** @description USD, after conversion; null: the venue has said nothing yet */
                                    price: number | null;
                                    age_ms: number | null;
                                    /** @description share in the mean, 0 to 1; 0 when left out */
                                    weight: number;
                                    /** @description used, or why it was left out */
                                    status: "used" | "stale" | "outlier" | "missing";
                                    /** @description last trade, or the mid of a fresh quote when the last trade is old */
                                    basis: "trade" | "mid" | null;
                                    quote_currency: string;
                                    /** @description USD per unit of quote_currency that was applied */
                                    usd_rate: number;
                                    /** @description how usd_rate is known; null: the quote is in USD */
                                    rate_basis: ("product" | "implied" | "usdc" | "last" | "peg") | null;
                                    /** @description how far usd_rate may be off, as a share of it; 0: the quote is in USD */
                                    rate_uncertainty: number;
                                }[];
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                coin_id: string;
                                /** @description USD */
                                price: number;
                                /** @enum {string} */
                                currency: "USD";
                                /** @description USD; null until 24 h of history is there */
                                change_24h: number | null;
                                /** @description percent */
                                change_24h_pct: number | null;
                                /** @description USD */
                                high_24h: number | null;
                                /** @description USD */
                                low_24h: number | null;
                                /** @description USD traded on all venues in 24 h */
                                volume_24h: number | null;
                                /**
                                 * Format: date-time
                                 * @description of the newest trade in it
                                 */
                                timestamp: string;
                                quality: "live" | "degraded" | "stale";
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                sources: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    product: string;
                                    /** @description USD, after conversion; null: the venue has said nothing yet */
                                    price: number | null;
                                    age_ms: number | null;
                                    /** @description share in the mean, 0 to 1; 0 when left out */
                                    weight: number;
                                    /** @description used, or why it was left out */
                                    status: "used" | "stale" | "outlier" | "missing";
                                    /** @description last trade, or the mid of a fresh quote when the last trade is old */
                                    basis: "trade" | "mid" | null;
                                    quote_currency: string;
                                    /** @description USD per unit of quote_currency that was applied */
                                    usd_rate: number;
                                    /** @description how usd_rate is known; null: the quote is in USD */
                                    rate_basis: ("product" | "implied" | "usdc" | "last" | "peg") | null;
                                    /** @description how far usd_rate may be off, as a share of it; 0: the quote is in USD */
                                    rate_uncertainty: number;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    window?: "1h" | "24h" | "7d" | "30d";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                window: "1h" | "24h" | "7d" | "30d";
                                gainers: {
                                    coin_id: string;
                                    symbol: string;
                                    name: string;
                                    price: number;
                                    change_pct: number;
                                    quality: "live" | "degraded" | "stale";
                                    /** @description true: of the simulated market */
                                    simulated: boolean;
                                }[];
                                losers: {
                                    coin_id: string;
                                    symbol: string;
                                    name: string;
                                    price: number;
                                    change_pct: number;
                                    quality: "live" | "degraded" | "stale";
                                    /** @description true: of the simulated market */
                                    simulated: boolean;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    interval?: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                    exchange?: "consolidated" | "binance" | "coinbase";
                    /** @description epoch ms, inclusive */
                    from?: number;
                    /** @description epoch ms, exclusive */
                    to?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                coin_id: string;
                                exchange: "consolidated" | "binance" | "coinbase";
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description what the prices are in: USD, or the product’s own quote */
                                currency: string;
                                /** @description oldest first */
                                candles: {
                                    /** @description the bar's open, epoch ms */
                                    time: number;
                                    open: number;
                                    high: number;
                                    low: number;
                                    close: number;
                                    /** @description in coins */
                                    volume: number;
                                    /** @description trades in the bar; null where the venue does not tell */
                                    trades: number | null;
                                    /** @description true: closed, and every trade of it accounted for, but those of the `lacking` */
                                    final: boolean;
                                    /** @description true: trades are known to be missing: not repaired, or of a venue that is lacking */
                                    gap: boolean;
                                    /** @description venues that have not closed the bar, which became final without them; it is rewritten when they have */
                                    lacking: ("binance" | "coinbase")[];
                                    /** @description what turned USDT into USD; null: nothing was converted */
                                    rate_basis: ("product" | "implied" | "usdc" | "last" | "peg") | null;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                coin_id: string;
                                exchanges: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    product: string;
                                    /** @description what the venue quotes in: USD or USDT */
                                    quote_currency: string;
                                    /** @description USD per unit of quote_currency that was applied */
                                    usd_rate: number;
                                    /** @description how usd_rate is known; null: the quote is in USD */
                                    rate_basis: ("product" | "implied" | "usdc" | "last" | "peg") | null;
                                    /** @description last trade, USD */
                                    last: number | null;
                                    /** @description best bid, USD */
                                    bid: number | null;
                                    /** @description best ask, USD */
                                    ask: number | null;
                                    /** @description (ask - bid) / mid, in percent */
                                    spread_pct: number | null;
                                    /** @description since the last trade or quote; null: none yet */
                                    age_ms: number | null;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                coin_id: string;
                                /** @enum {unknown} */
                                buy_exchange: "binance" | "coinbase";
                                /** @enum {unknown} */
                                sell_exchange: "binance" | "coinbase";
                                /** @description best ask where one buys, USD */
                                buy_price: number;
                                /** @description best bid where one sells, USD */
                                sell_price: number;
                                /** @description (sell - buy) / buy, percent, before fees */
                                gross_pct: number;
                                /** @description taker fees of both legs, percent of the bought value */
                                fees_pct: number;
                                /** @description what is left after both taker fees, percent */
                                net_pct: number;
                                /** @description age of the older of the two quotes */
                                max_age_ms: number;
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                market: "live" | "simulated";
                                history: {
                                    /** @description coin histories back-filled */
                                    done: number;
                                    total: number;
                                    /** @description asked for in vain so far; each is asked for again */
                                    failed: number;
                                    /** @description what is not there: histories, and minutes that were missed and not mended yet */
                                    missing: {
                                        coin_id: string;
                                        /** @enum {unknown} */
                                        exchange: "binance" | "coinbase";
                                        /** @enum {unknown} */
                                        interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                        /** Format: date-time */
                                        from: string;
                                        /** Format: date-time */
                                        to: string;
                                        /** @description why it is not there; null: its turn has not come */
                                        reason: string | null;
                                        /** @description how often it was asked for in vain */
                                        attempts: number;
                                        /** @description not before then is it asked for; null: as soon as its turn comes */
                                        next_attempt: string | null;
                                    }[];
                                    /** @description how many there are, named or not */
                                    missing_total: number;
                                };
                                feeds: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    status: "connecting" | "live" | "stalled" | "down";
                                    connected_since: string | null;
                                    last_message_age_ms: number | null;
                                    /** @description how far our clock is ahead of the venue’s, corrected; null: not known yet */
                                    clock_offset_ms: number | null;
                                    /** @description products subscribed */
                                    products: number;
                                    /** @description products the venue does not list */
                                    unlisted: string[];
                                    messages: number;
                                    trades: number;
                                    duplicates: number;
                                    reconnects: number;
                                    /** @description runs of trade ids still missing */
                                    holes_open: number;
                                    trades_repaired: number;
                                    /** @description frames refused or ignored, by reason */
                                    refused: {
                                        [key: string]: number;
                                    };
                                    last_error: string | null;
                                }[];
                                /** @description processes that read the venues and are counted in here */
                                replicas?: number;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                open: boolean;
                                /** @description whoever registers now becomes the administrator */
                                first_account: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description letters, digits, dot, dash and underscore; begins with a letter or a digit */
                        username: string;
                        /** Format: email */
                        email: string;
                        /** @description at least 8 characters, no common one; spaces and every script are welcome */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                /** @description for the header `Authorization: Bearer …` */
                                access_token: string;
                                /** @enum {string} */
                                token_type: "Bearer";
                                /** @description seconds for which the access token is good */
                                expires_in: number;
                                /** @description for the header `x-csrf-token` where the cookie says who asks */
                                csrf_token: string;
                                /** @description for clients that are no browser; a browser has it in a cookie that no script can read */
                                refresh_token?: string;
                                user: {
                                    /**
                                     * Format: uuid
                                     * @description id of an account
                                     */
                                    user_id: string;
                                    username: string;
                                    email: string;
                                    /** @enum {unknown} */
                                    role: "user" | "admin";
                                    is_active: boolean;
                                    two_factor_enabled: boolean;
                                    /** Format: date-time */
                                    created_at: string;
                                };
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email?: string;
                        username?: string;
                        password: string;
                        /** @description six digits of the authenticator, or a recovery code */
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                /** @description for the header `Authorization: Bearer …` */
                                access_token: string;
                                /** @enum {string} */
                                token_type: "Bearer";
                                /** @description seconds for which the access token is good */
                                expires_in: number;
                                /** @description for the header `x-csrf-token` where the cookie says who asks */
                                csrf_token: string;
                                /** @description for clients that are no browser; a browser has it in a cookie that no script can read */
                                refresh_token?: string;
                                user: {
                                    /**
                                     * Format: uuid
                                     * @description id of an account
                                     */
                                    user_id: string;
                                    username: string;
                                    email: string;
                                    /** @enum {unknown} */
                                    role: "user" | "admin";
                                    is_active: boolean;
                                    two_factor_enabled: boolean;
                                    /** Format: date-time */
                                    created_at: string;
                                };
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        refresh_token?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                /** @description for the header `Authorization: Bearer …` */
                                access_token: string;
                                /** @enum {string} */
                                token_type: "Bearer";
                                /** @description seconds for which the access token is good */
                                expires_in: number;
                                /** @description for the header `x-csrf-token` where the cookie says who asks */
                                csrf_token: string;
                                /** @description for clients that are no browser; a browser has it in a cookie that no script can read */
                                refresh_token?: string;
                                user: {
                                    /**
                                     * Format: uuid
                                     * @description id of an account
                                     */
                                    user_id: string;
                                    username: string;
                                    email: string;
                                    /** @enum {unknown} */
                                    role: "user" | "admin";
                                    is_active: boolean;
                                    two_factor_enabled: boolean;
                                    /** Format: date-time */
                                    created_at: string;
                                };
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        refresh_token?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: null;
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                ended: number;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
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
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: null;
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                username: string;
                                email: string;
                                /** @enum {unknown} */
                                role: "user" | "admin";
                                is_active: boolean;
                                two_factor_enabled: boolean;
                                /** Format: date-time */
                                created_at: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        /** Change your username or email */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description letters, digits, dot, dash and underscore; begins with a letter or a digit */
                        username?: string;
                        /** Format: email */
                        email?: string;
                        /** @description needed where the email changes */
                        current_password?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                username: string;
                                email: string;
                                /** @enum {unknown} */
                                role: "user" | "admin";
                                is_active: boolean;
                                two_factor_enabled: boolean;
                                /** Format: date-time */
                                created_at: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        /** Delete your account and all that is of it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: null;
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        /** Public keys that access tokens are signed with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description a JWK set (RFC 7517), without the envelope of other answers */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: {
                                [key: string]: string;
                            }[];
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                enabled: boolean;
                                recovery_codes_left: number;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin a second factor: a secret for your authenticator, to be confirmed by a code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description base32, for typing in */
                                secret: string;
                                /** @description for a QR code */
                                otpauth_url: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        /** Turn the second factor off, with password and code */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        /** @description six digits, or a recovery code */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: null;
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description six digits, or a recovery code */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description each signs in once; shown this once */
                                recovery_codes: string[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        /** @description six digits, or a recovery code */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description each signs in once; shown this once */
                                recovery_codes: string[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @enum {unknown} */
                                theme: "system" | "light" | "dark";
                                /** @description ISO 4217, such as `EUR` */
                                quote_currency: string;
                                /** @description BCP 47, such as `de-CH` */
                                locale: string;
                                /** @enum {unknown} */
                                cost_basis_method: "fifo" | "lifo" | "hifo" | "average";
                                notifications: {
                                    /** @description alerts by mail */
                                    email: boolean;
                                    /** @description alerts in the browser */
                                    browser: boolean;
                                    /** @description mail about changed passwords, addresses and second factors */
                                    security: boolean;
                                };
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        /** Change preferences; what is left out stays as it is */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        theme?: "system" | "light" | "dark";
                        /** @description ISO 4217, such as `EUR` */
                        quote_currency?: string;
                        /** @description BCP 47, such as `de-CH` */
                        locale?: string;
                        /** @enum {unknown} */
                        cost_basis_method?: "fifo" | "lifo" | "hifo" | "average";
                        notifications?: {
                            /** @description alerts by mail */
                            email?: boolean;
                            /** @description alerts in the browser */
                            browser?: boolean;
                            /** @description mail about changed passwords, addresses and second factors */
                            security?: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @enum {unknown} */
                                theme: "system" | "light" | "dark";
                                /** @description ISO 4217, such as `EUR` */
                                quote_currency: string;
                                /** @description BCP 47, such as `de-CH` */
                                locale: string;
                                /** @enum {unknown} */
                                cost_basis_method: "fifo" | "lifo" | "hifo" | "average";
                                notifications: {
                                    /** @description alerts by mail */
                                    email: boolean;
                                    /** @description alerts in the browser */
                                    browser: boolean;
                                    /** @description mail about changed passwords, addresses and second factors */
                                    security: boolean;
                                };
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * @description `administrator`: mail is not set up; the link is in the log
                                 * @enum {unknown}
                                 */
                                delivery: "mail" | "administrator";
                                message: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        /** @description at least 8 characters, no common one; spaces and every script are welcome */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: null;
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current_password: string;
                        /** @description at least 8 characters, no common one; spaces and every script are welcome */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                ended: number;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** Format: uuid */
                                key_id: string;
                                name: string;
                                /** @enum {unknown} */
                                scope: "read" | "read_write";
                                /** @description its first characters, to know it by */
                                hint: string;
                                /** Format: date-time */
                                created_at: string;
                                expires_at: string | null;
                                /** @description to within a minute; null: never */
                                last_used_at: string | null;
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; the answer is the only one that has it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description what it is for */
                        name: string;
                        /** @enum {unknown} */
                        scope: "read" | "read_write";
                        /** @description when it ends by itself; absent or null: never */
                        expires_at?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** Format: uuid */
                                key_id: string;
                                name: string;
                                /** @enum {unknown} */
                                scope: "read" | "read_write";
                                /** @description its first characters, to know it by */
                                hint: string;
                                /** Format: date-time */
                                created_at: string;
                                expires_at: string | null;
                                /** @description to within a minute; null: never */
                                last_used_at: string | null;
                                /** @description shown this once; for the header `Authorization: Bearer …` */
                                key: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: null;
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `meta.next_cursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description id of your account, or `me` */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                event_id: string;
                                /** @enum {unknown} */
                                event: "registered" | "login_succeeded" | "login_failed" | "login_delayed" | "logged_out" | "logged_out_everywhere" | "session_revoked" | "refresh_token_reused" | "password_changed" | "password_reset_requested" | "password_reset" | "account_updated" | "account_deleted" | "account_deactivated" | "account_activated" | "role_changed" | "api_key_created" | "api_key_revoked" | "two_factor_enabled" | "two_factor_disabled" | "recovery_codes_replaced" | "recovery_code_used" | "second_factor_guessed" | "cache_invalidated" | "signing_key_rotated";
                                /** Format: date-time */
                                at: string;
                                /** @description whose account; null: none that exists */
                                user_id: string | null;
                                /** @description who did it; null: nobody signed in */
                                actor_id: string | null;
                                address: string;
                                user_agent: string | null;
                                details: {
                                    [key: string]: string;
                                };
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `meta.next_cursor` of the page before */
                    cursor?: string;
                    /** @description id of an account */
                    user_id?: string;
                    event?: "registered" | "login_succeeded" | "login_failed" | "login_delayed" | "logged_out" | "logged_out_everywhere" | "session_revoked" | "refresh_token_reused" | "password_changed" | "password_reset_requested" | "password_reset" | "account_updated" | "account_deleted" | "account_deactivated" | "account_activated" | "role_changed" | "api_key_created" | "api_key_revoked" | "two_factor_enabled" | "two_factor_disabled" | "recovery_codes_replaced" | "recovery_code_used" | "second_factor_guessed" | "cache_invalidated" | "signing_key_rotated";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                event_id: string;
                                /** @enum {unknown} */
                                event: "registered" | "login_succeeded" | "login_failed" | "login_delayed" | "logged_out" | "logged_out_everywhere" | "session_revoked" | "refresh_token_reused" | "password_changed" | "password_reset_requested" | "password_reset" | "account_updated" | "account_deleted" | "account_deactivated" | "account_activated" | "role_changed" | "api_key_created" | "api_key_revoked" | "two_factor_enabled" | "two_factor_disabled" | "recovery_codes_replaced" | "recovery_code_used" | "second_factor_guessed" | "cache_invalidated" | "signing_key_rotated";
                                /** Format: date-time */
                                at: string;
                                /** @description whose account; null: none that exists */
                                user_id: string | null;
                                /** @description who did it; null: nobody signed in */
                                actor_id: string | null;
                                address: string;
                                user_agent: string | null;
                                details: {
                                    [key: string]: string;
                                };
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `meta.next_cursor` of the page before */
                    cursor?: string;
                    /** @description a part of the username or the email */
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                username: string;
                                email: string;
                                /** @enum {unknown} */
                                role: "user" | "admin";
                                is_active: boolean;
                                two_factor_enabled: boolean;
                                /** Format: date-time */
                                created_at: string;
                            }[];
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of an account */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                username: string;
                                email: string;
                                /** @enum {unknown} */
                                role: "user" | "admin";
                                is_active: boolean;
                                two_factor_enabled: boolean;
                                /** Format: date-time */
                                created_at: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Close or open an account, or change its role */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id of an account */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description false ends every session of the account */
                        is_active?: boolean;
                        /** @enum {unknown} */
                        role?: "user" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /**
                                 * Format: uuid
                                 * @description id of an account
                                 */
                                user_id: string;
                                username: string;
                                email: string;
                                /** @enum {unknown} */
                                role: "user" | "admin";
                                is_active: boolean;
                                two_factor_enabled: boolean;
                                /** Format: date-time */
                                created_at: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: "price" | "analytics" | "sentiment" | "portfolio" | "preferences";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @enum {unknown} */
                                group: "price" | "analytics" | "sentiment" | "portfolio" | "preferences";
                                deleted: number;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        /** Sign access tokens with a new key; those that are signed already stay good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description id of the new key */
                                kid: string;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    type?: "sma" | "ema" | "wma";
                    /** @description bars */
                    period?: number;
                    interval?: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                    /** @description newest bars */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_id: string;
                                /** @enum {unknown} */
                                type: "sma" | "ema" | "wma";
                                /** @description bars */
                                period: number;
                                /** @description USD, at the newest closed bar */
                                latest: number | null;
                                /** @description USD, oldest first */
                                values: {
                                    /** @description the bar's open, epoch ms */
                                    time: number;
                                    /** @description null while too few bars came before */
                                    value: number | null;
                                }[];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    /** @description coin ids, separated by commas, at most 50 */
                    coins: string;
                    type?: "sma" | "ema" | "wma";
                    /** @description bars */
                    period?: number;
                    interval?: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                    /** @description newest bars */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                results: {
                                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                    coin_id: string;
                                    /** @enum {unknown} */
                                    type: "sma" | "ema" | "wma";
                                    /** @description bars */
                                    period: number;
                                    /** @description USD, at the newest closed bar */
                                    latest: number | null;
                                    /** @description USD, oldest first */
                                    values: {
                                        /** @description the bar's open, epoch ms */
                                        time: number;
                                        /** @description null while too few bars came before */
                                        value: number | null;
                                    }[];
                                    /** @enum {unknown} */
                                    interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                    /** @description closed bars that the figure is made of */
                                    samples: number;
                                    /** @description bars that should be among them and do not exist; nothing is filled in */
                                    missing: number;
                                    /** @description bars among them that are known to lack trades */
                                    gaps: number;
                                    /** @description how many of them were made without a venue that was away; none is named without any */
                                    lacking: {
                                        /** @enum {unknown} */
                                        exchange: "binance" | "coinbase";
                                        bars: number;
                                    }[];
                                    /** @description open of the newest closed bar; null: there is none, epoch ms */
                                    last_bar_time: number | null;
                                    /** @description name of the formula in docs/analytics.md */
                                    formula: string;
                                    /** @description true: of the simulated market */
                                    simulated: boolean;
                                    /** @description true: newer bars should be there by now */
                                    stale: boolean;
                                }[];
                                left_out: {
                                    coin_id: string;
                                    /** @description an error code */
                                    code: string;
                                    message: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    /** @description such as `rsi,macd(12,26,9),sma(50)` */
                    names?: string;
                    interval?: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                    /** @description newest bars */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_id: string;
                                /** @description each bar's open, epoch ms, oldest first */
                                times: number[];
                                indicators: {
                                    /** @description as in `names`, with every parameter: `rsi(14)` */
                                    name: string;
                                    title: string;
                                    /** @description name of the formula in docs/analytics.md */
                                    formula: string;
                                    parameters: {
                                        [key: string]: number;
                                    };
                                    outputs: string[];
                                    /** @description bars until every output is there */
                                    warm_up: number;
                                    latest: {
                                        [key: string]: number | null;
                                    };
                                    values: (number | null)[][];
                                }[];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    /** @description coin ids, separated by commas, at most 50 */
                    coins: string;
                    /** @description such as `rsi,macd(12,26,9),sma(50)` */
                    names?: string;
                    interval?: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                    /** @description newest bars */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                results: {
                                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                    coin_id: string;
                                    /** @description each bar's open, epoch ms, oldest first */
                                    times: number[];
                                    indicators: {
                                        /** @description as in `names`, with every parameter: `rsi(14)` */
                                        name: string;
                                        title: string;
                                        /** @description name of the formula in docs/analytics.md */
                                        formula: string;
                                        parameters: {
                                            [key: string]: number;
                                        };
                                        outputs: string[];
                                        /** @description bars until every output is there */
                                        warm_up: number;
                                        latest: {
                                            [key: string]: number | null;
                                        };
                                        values: (number | null)[][];
                                    }[];
                                    /** @enum {unknown} */
                                    interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                    /** @description closed bars that the figure is made of */
                                    samples: number;
                                    /** @description bars that should be among them and do not exist; nothing is filled in */
                                    missing: number;
                                    /** @description bars among them that are known to lack trades */
                                    gaps: number;
                                    /** @description how many of them were made without a venue that was away; none is named without any */
                                    lacking: {
                                        /** @enum {unknown} */
                                        exchange: "binance" | "coinbase";
                                        bars: number;
                                    }[];
                                    /** @description open of the newest closed bar; null: there is none, epoch ms */
                                    last_bar_time: number | null;
                                    /** @description name of the formula in docs/analytics.md */
                                    formula: string;
                                    /** @description true: of the simulated market */
                                    simulated: boolean;
                                    /** @description true: newer bars should be there by now */
                                    stale: boolean;
                                }[];
                                left_out: {
                                    coin_id: string;
                                    /** @description an error code */
                                    code: string;
                                    message: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    period?: "24h" | "7d" | "30d";
                };
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_id: string;
                                /** @enum {unknown} */
                                period: "24h" | "7d" | "30d";
                                /** @description mean of the closes, USD */
                                sma: number | null;
                                /** @description population deviation of the closes around their mean, USD */
                                volatility: number | null;
                                /** @description the same in percent of the mean */
                                volatility_pct: number | null;
                                /** @description sample deviation of the log returns, over a year of 365 days; a fraction: 0.5 is 50 % */
                                realized_annualized: number | null;
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    /** @description coin ids, separated by commas, at most 50 */
                    coins: string;
                    period?: "24h" | "7d" | "30d";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                results: {
                                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                    coin_id: string;
                                    /** @enum {unknown} */
                                    period: "24h" | "7d" | "30d";
                                    /** @description mean of the closes, USD */
                                    sma: number | null;
                                    /** @description population deviation of the closes around their mean, USD */
                                    volatility: number | null;
                                    /** @description the same in percent of the mean */
                                    volatility_pct: number | null;
                                    /** @description sample deviation of the log returns, over a year of 365 days; a fraction: 0.5 is 50 % */
                                    realized_annualized: number | null;
                                    /** @enum {unknown} */
                                    interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                    /** @description closed bars that the figure is made of */
                                    samples: number;
                                    /** @description bars that should be among them and do not exist; nothing is filled in */
                                    missing: number;
                                    /** @description bars among them that are known to lack trades */
                                    gaps: number;
                                    /** @description how many of them were made without a venue that was away; none is named without any */
                                    lacking: {
                                        /** @enum {unknown} */
                                        exchange: "binance" | "coinbase";
                                        bars: number;
                                    }[];
                                    /** @description open of the newest closed bar; null: there is none, epoch ms */
                                    last_bar_time: number | null;
                                    /** @description name of the formula in docs/analytics.md */
                                    formula: string;
                                    /** @description true: of the simulated market */
                                    simulated: boolean;
                                    /** @description true: newer bars should be there by now */
                                    stale: boolean;
                                }[];
                                left_out: {
                                    coin_id: string;
                                    /** @description an error code */
                                    code: string;
                                    message: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_1: string;
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_2: string;
                    period?: "24h" | "7d" | "30d" | "90d";
                    of?: "returns" | "prices";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_1: string;
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_2: string;
                                /** @enum {unknown} */
                                period: "24h" | "7d" | "30d" | "90d";
                                /** @enum {unknown} */
                                of: "returns" | "prices";
                                /** @description Pearson's, −1 to 1; null where one of both does not move */
                                correlation: number | null;
                                /** @description of the simple returns of coin_1 to those of coin_2; null for prices */
                                beta: number | null;
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    period?: "24h" | "7d" | "30d" | "90d";
                    of?: "returns" | "prices";
                };
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_1: string;
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_2: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_1: string;
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_2: string;
                                /** @enum {unknown} */
                                period: "24h" | "7d" | "30d" | "90d";
                                /** @enum {unknown} */
                                of: "returns" | "prices";
                                /** @description Pearson's, −1 to 1; null where one of both does not move */
                                correlation: number | null;
                                /** @description of the simple returns of coin_1 to those of coin_2; null for prices */
                                beta: number | null;
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    /** @description coin ids, separated by commas, at most 50 */
                    coins: string;
                    period?: "24h" | "7d" | "30d" | "90d";
                    of?: "returns" | "prices";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description order of the rows and columns */
                                coins: string[];
                                /** @enum {unknown} */
                                period: "24h" | "7d" | "30d" | "90d";
                                /** @enum {unknown} */
                                of: "returns" | "prices";
                                matrix: (number | null)[][];
                                pairs: number[][];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    period?: "30d" | "90d" | "180d" | "1y" | "2y";
                    /** @description a year, as a fraction: 0.04 is 4 % */
                    risk_free_rate?: number;
                };
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_id: string;
                                /** @enum {unknown} */
                                period: "30d" | "90d" | "180d" | "1y" | "2y";
                                /** @description fraction */
                                total_return: number | null;
                                /** @description fraction a year, compounded; null under 28 days */
                                annualized_return: number | null;
                                /** @description deviation of the daily log returns over a year, fraction */
                                realized_annualized: number | null;
                                max_drawdown: {
                                    /** @description deepest fall from a peak, fraction: 0.3 is 30 % down */
                                    depth: number | null;
                                    /** @description the peak before it, epoch ms */
                                    peak_time: number | null;
                                    /** @description its lowest close, epoch ms */
                                    trough_time: number | null;
                                    /** @description when the peak was reached again; null: not yet, epoch ms */
                                    recovered_time: number | null;
                                };
                                /** @description from the highest close of the period, fraction */
                                current_drawdown: number | null;
                                /** @description annualised */
                                sharpe: number | null;
                                /** @description annualised */
                                sortino: number | null;
                                /** @description annualised return by maximum drawdown */
                                calmar: number | null;
                                /** @description loss of one day as a positive fraction, by history and by a normal fit */
                                value_at_risk: {
                                    historical: {
                                        /** @description at 95 % */
                                        p95: number | null;
                                        /** @description at 99 % */
                                        p99: number | null;
                                    };
                                    normal: {
                                        /** @description at 95 % */
                                        p95: number | null;
                                        /** @description at 99 % */
                                        p99: number | null;
                                    };
                                };
                                expected_shortfall: {
                                    /** @description at 95 % */
                                    p95: number | null;
                                    /** @description at 99 % */
                                    p99: number | null;
                                };
                                /** @description of daily simple returns */
                                beta_to_bitcoin: number | null;
                                /** @description of daily log returns */
                                correlation_to_bitcoin: number | null;
                                /** @description a year, fraction, as asked for */
                                risk_free_rate: number;
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    /** @description coin ids, separated by commas, at most 50 */
                    coins: string;
                    period?: "30d" | "90d" | "180d" | "1y" | "2y";
                    /** @description a year, as a fraction: 0.04 is 4 % */
                    risk_free_rate?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                results: {
                                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                    coin_id: string;
                                    /** @enum {unknown} */
                                    period: "30d" | "90d" | "180d" | "1y" | "2y";
                                    /** @description fraction */
                                    total_return: number | null;
                                    /** @description fraction a year, compounded; null under 28 days */
                                    annualized_return: number | null;
                                    /** @description deviation of the daily log returns over a year, fraction */
                                    realized_annualized: number | null;
                                    max_drawdown: {
                                        /** @description deepest fall from a peak, fraction: 0.3 is 30 % down */
                                        depth: number | null;
                                        /** @description the peak before it, epoch ms */
                                        peak_time: number | null;
                                        /** @description its lowest close, epoch ms */
                                        trough_time: number | null;
                                        /** @description when the peak was reached again; null: not yet, epoch ms */
                                        recovered_time: number | null;
                                    };
                                    /** @description from the highest close of the period, fraction */
                                    current_drawdown: number | null;
                                    /** @description annualised */
                                    sharpe: number | null;
                                    /** @description annualised */
                                    sortino: number | null;
                                    /** @description annualised return by maximum drawdown */
                                    calmar: number | null;
                                    /** @description loss of one day as a positive fraction, by history and by a normal fit */
                                    value_at_risk: {
                                        historical: {
                                            /** @description at 95 % */
                                            p95: number | null;
                                            /** @description at 99 % */
                                            p99: number | null;
                                        };
                                        normal: {
                                            /** @description at 95 % */
                                            p95: number | null;
                                            /** @description at 99 % */
                                            p99: number | null;
                                        };
                                    };
                                    expected_shortfall: {
                                        /** @description at 95 % */
                                        p95: number | null;
                                        /** @description at 99 % */
                                        p99: number | null;
                                    };
                                    /** @description of daily simple returns */
                                    beta_to_bitcoin: number | null;
                                    /** @description of daily log returns */
                                    correlation_to_bitcoin: number | null;
                                    /** @description a year, fraction, as asked for */
                                    risk_free_rate: number;
                                    /** @enum {unknown} */
                                    interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                    /** @description closed bars that the figure is made of */
                                    samples: number;
                                    /** @description bars that should be among them and do not exist; nothing is filled in */
                                    missing: number;
                                    /** @description bars among them that are known to lack trades */
                                    gaps: number;
                                    /** @description how many of them were made without a venue that was away; none is named without any */
                                    lacking: {
                                        /** @enum {unknown} */
                                        exchange: "binance" | "coinbase";
                                        bars: number;
                                    }[];
                                    /** @description open of the newest closed bar; null: there is none, epoch ms */
                                    last_bar_time: number | null;
                                    /** @description name of the formula in docs/analytics.md */
                                    formula: string;
                                    /** @description true: of the simulated market */
                                    simulated: boolean;
                                    /** @description true: newer bars should be there by now */
                                    stale: boolean;
                                }[];
                                left_out: {
                                    coin_id: string;
                                    /** @description an error code */
                                    code: string;
                                    message: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                averages: {
                                    /** @description days of the average */
                                    period: number;
                                    /** @description coins that close above it */
                                    above: number;
                                    /** @description coins that have an average */
                                    known: number;
                                    /** @description coins looked at */
                                    coins: number;
                                    /** @description above by known, fraction */
                                    share: number | null;
                                }[];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                coins: {
                                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                    coin_id: string;
                                    /** @description realized, of 30 daily returns, over a year, fraction */
                                    volatility: number | null;
                                    /** @description by volatility; 1 is the highest */
                                    volatility_rank: number | null;
                                    /** @description traded that day, USD */
                                    volume: number | null;
                                    /** @description by volume; 1 is the highest */
                                    volume_rank: number | null;
                                    /** @description the day’s volume by the mean of its 30 days */
                                    volume_to_mean: number | null;
                                    /** @description by that; 1 is the highest */
                                    volume_to_mean_rank: number | null;
                                }[];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                latest: {
                                    /** @description the day's open, epoch ms */
                                    time: number;
                                    /** @description 0 fear to 100 greed; null when less than half of the weight is known */
                                    index: number | null;
                                    label: string | null;
                                    components: {
                                        name: string;
                                        /** @description what it is, in words */
                                        measures: string;
                                        /** @description what was measured, in its own unit */
                                        value: number | null;
                                        /** @description where that stands within its year: 0 fear to 100 greed */
                                        score: number | null;
                                        /** @description of 100 */
                                        weight: number;
                                        /** @description of 100, in this day’s index */
                                        share: number;
                                    }[];
                                } | null;
                                /** @description oldest first */
                                days: {
                                    /** @description the day's open, epoch ms */
                                    time: number;
                                    /** @description 0 fear to 100 greed; null when less than half of the weight is known */
                                    index: number | null;
                                    label: string | null;
                                    components: {
                                        name: string;
                                        /** @description what it is, in words */
                                        measures: string;
                                        /** @description what was measured, in its own unit */
                                        value: number | null;
                                        /** @description where that stands within its year: 0 fear to 100 greed */
                                        score: number | null;
                                        /** @description of 100 */
                                        weight: number;
                                        /** @description of 100, in this day’s index */
                                        share: number;
                                    }[];
                                }[];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                coins: {
                                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                    coin_id: string;
                                    regime: ("bull-calm" | "bull-volatile" | "bear-calm" | "bear-volatile" | "range") | null;
                                    /** @description the day that it began to hold, at most 60 days back, epoch ms */
                                    since: number | null;
                                    today: ("bull-calm" | "bull-volatile" | "bear-calm" | "bear-volatile" | "range") | null;
                                    /** @description USD */
                                    close: number | null;
                                    /** @description of 50 days, USD */
                                    average_50: number | null;
                                    /** @description of 200 days, USD */
                                    average_200: number | null;
                                    /** @description change of the 50-day average over 20 days, fraction */
                                    slope_50: number | null;
                                    /** @description realized, of 30 daily returns, over a year, fraction */
                                    volatility: number | null;
                                    /** @description where that stands within its year, 0 to 1 */
                                    volatility_rank: number | null;
                                }[];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    /** @description epoch ms, inclusive */
                    from?: number;
                    /** @description epoch ms, exclusive */
                    to?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description slug of a coin, such as `bitcoin`; never a ticker */
                    coin_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_id: string;
                                days: {
                                    /**
                                     * Format: date
                                     * @description UTC
                                     */
                                    day: string;
                                    close: number;
                                    /** @description daily bars that were known then */
                                    samples: number;
                                    metrics: {
                                        [key: string]: number | null;
                                    };
                                    /** Format: date-time */
                                    computed_at: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description slug of a coin, such as `bitcoin`; never a ticker */
                        coin_id: string;
                        /** @enum {unknown} */
                        interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                        /** @description buys when it holds, such as `rsi(14) < 30 and close > sma(200)` */
                        entry: string;
                        /** @description sells when it holds; left out: when `entry` holds no more */
                        exit?: string;
                        /** @description bars that open at or after, epoch ms; earlier ones warm the rules */
                        from?: number;
                        /** @description bars that open before, epoch ms */
                        to?: number;
                        /**
                         * @description USD, at least 1
                         * @default 10000
                         */
                        initial_cash?: string | number;
                        /**
                         * @description of what is bought or sold, for each side, percent
                         * @default 0.1
                         */
                        fee_pct?: number;
                        /**
                         * @description how much worse than the price every trade is, percent
                         * @default 0
                         */
                        slippage_pct?: number;
                        /** @description sells within a bar this far below the entry price, percent */
                        stop_loss_pct?: number;
                        /** @description sells within a bar this far above the entry price, percent */
                        take_profit_pct?: number;
                        /**
                         * @description most points of `equity` that are given
                         * @default 1000
                         */
                        equity_points?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                /** @description slug of a coin, such as `bitcoin`; never a ticker */
                                coin_id: string;
                                /** @description the rule, with every parameter */
                                entry: string;
                                /** @description null: when entry holds no more */
                                exit: string | null;
                                /** @description at the start, USD, exact */
                                initial_cash: string;
                                fee_pct: number;
                                slippage_pct: number;
                                /** @description percent */
                                stop_loss_pct: number | null;
                                /** @description percent */
                                take_profit_pct: number | null;
                                first_bar_time: number | null;
                                entry_known_from: number | null;
                                summary: {
                                    /** @description cash, and coins at the last close, USD, exact */
                                    final_equity: string;
                                    /** @description fraction of the initial cash */
                                    total_return: number;
                                    /** @description fraction a year of 365 days; null under 28 days */
                                    annualized_return: number | null;
                                    max_drawdown: {
                                        /** @description deepest fall from a peak, fraction: 0.3 is 30 % down */
                                        depth: number;
                                        peak_time: number | null;
                                        trough_time: number | null;
                                        recovered_time: number | null;
                                    };
                                    /** @description of every trade, USD, exact */
                                    fees_paid: string;
                                    /** @description closed; one that is still open is not among them */
                                    trades: number;
                                    /** @description with a profit after fees */
                                    wins: number;
                                    /** @description with a loss after fees */
                                    losses: number;
                                    /** @description wins by trades, fraction; null without trades */
                                    win_rate: number | null;
                                    average_win: string | null;
                                    average_loss: string | null;
                                    /** @description percent of the cost; null without any */
                                    average_win_pct: number | null;
                                    /** @description percent of the cost, negative; null without any */
                                    average_loss_pct: number | null;
                                    /** @description all that was won by all that was lost; null without losses */
                                    profit_factor: number | null;
                                    /** @description share of bars with coins in hand, fraction; null without bars */
                                    exposure: number | null;
                                };
                                holding: {
                                    /** @description cash, and coins at the last close, USD, exact */
                                    final_equity: string;
                                    /** @description fraction of the initial cash */
                                    total_return: number;
                                    /** @description fraction a year of 365 days; null under 28 days */
                                    annualized_return: number | null;
                                    max_drawdown: {
                                        /** @description deepest fall from a peak, fraction: 0.3 is 30 % down */
                                        depth: number;
                                        peak_time: number | null;
                                        trough_time: number | null;
                                        recovered_time: number | null;
                                    };
                                    /** @description of every trade, USD, exact */
                                    fees_paid: string;
                                    entry_time: number | null;
                                    /** @description paid for a coin, slippage included, USD */
                                    entry_price: number | null;
                                };
                                /** @description closed, oldest first */
                                trades: {
                                    /** @description open of the bar that it was bought in, epoch ms */
                                    entry_time: number;
                                    /** @description paid for a coin, slippage included, USD */
                                    entry_price: number;
                                    /** @description coins, exact */
                                    quantity: string;
                                    /** @description paid, the fee included, USD, exact */
                                    cost: string;
                                    /** @description open of the bar that it was sold in, epoch ms */
                                    exit_time: number;
                                    /** @description got for a coin, slippage taken off, USD */
                                    exit_price: number;
                                    /** @description got, the fee taken off, USD, exact */
                                    proceeds: string;
                                    /** @description of both sides, USD, exact */
                                    fees: string;
                                    /** @description proceeds − cost, USD, exact */
                                    profit: string;
                                    /** @description percent of the cost */
                                    profit_pct: number;
                                    /** @description bars from the entry to the exit */
                                    bars_held: number;
                                    /** @enum {unknown} */
                                    reason: "exit_rule" | "entry_ended" | "stop_loss" | "take_profit";
                                }[];
                                /** @description what is still held at the last close; it is not closed */
                                open_position: {
                                    /** @description open of the bar that it was bought in, epoch ms */
                                    entry_time: number;
                                    /** @description paid for a coin, slippage included, USD */
                                    entry_price: number;
                                    /** @description coins, exact */
                                    quantity: string;
                                    /** @description paid, the fee included, USD, exact */
                                    cost: string;
                                    /** @description of the entry, USD, exact */
                                    fees: string;
                                    /** @description at the last close, no fee taken off, USD, exact */
                                    value: string;
                                    /** @description value − cost, not realised, USD, exact */
                                    profit: string;
                                    /** @description percent of the cost */
                                    profit_pct: number;
                                    /** @description bars from the entry to the last */
                                    bars_held: number;
                                } | null;
                                /** @description decided at the last close; it waits for the next bar */
                                pending_order: "buy" | "sell" | null;
                                /** @description oldest first; of more bars than `equity_points` some at even distances, with the first, the last and the deepest fall */
                                equity: {
                                    /** @description the bar's open; the values are of its close, epoch ms */
                                    time: number;
                                    /** @description cash and coins, USD */
                                    equity: number;
                                    /** @description below the highest equity so far, fraction: 0 to 1 */
                                    drawdown: number;
                                    /** @description of who bought once and held, USD */
                                    holding_equity: number;
                                    /** @description fraction: 0 to 1 */
                                    holding_drawdown: number;
                                }[];
                                /** @description what was taken for granted, in words */
                                assumptions: string[];
                                /** @enum {unknown} */
                                interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
                                /** @description closed bars that the figure is made of */
                                samples: number;
                                /** @description bars that should be among them and do not exist; nothing is filled in */
                                missing: number;
                                /** @description bars among them that are known to lack trades */
                                gaps: number;
                                /** @description how many of them were made without a venue that was away; none is named without any */
                                lacking: {
                                    /** @enum {unknown} */
                                    exchange: "binance" | "coinbase";
                                    bars: number;
                                }[];
                                /** @description open of the newest closed bar; null: there is none, epoch ms */
                                last_bar_time: number | null;
                                /** @description name of the formula in docs/analytics.md */
                                formula: string;
                                /** @description true: of the simulated market */
                                simulated: boolean;
                                /** @description true: newer bars should be there by now */
                                stale: boolean;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            data: {
                                ticket: string;
                                /** @description seconds */
                                expires_in: number;
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
                /** @description the error envelope */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: false;
                            error: {
                                /** @enum {string} */
                                code: "INVALID_REQUEST" | "UNAUTHORIZED" | "SECOND_FACTOR_REQUIRED" | "FORBIDDEN" | "RESOURCE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "INSUFFICIENT_DATA" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_READY" | "UPSTREAM_UNAVAILABLE";
                                message: string;
                                details?: {
                                    field: string;
                                    reason: string;
                                }[];
                            };
                            meta: {
                                /**
                                 * Format: date-time
                                 * @description when the answer was made, UTC
                                 */
                                timestamp: string;
                                /** @description of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id` */
                                request_id: string;
                                /** @description pass as `cursor` for the next page */
                                next_cursor?: string | null;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

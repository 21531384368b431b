// Made from the description of the server by `npm run generate -w @tidemark/client`.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** PriceTick */
        PriceUpdateData: {
            coin_id: string;
            /** @description USD */
            price: number;
            /** @constant */
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
            /**
             * Quality
             * @description live: fresh prices of all expected venues; degraded: of fewer, or they disagree; stale: none fresh
             * @enum {unknown}
             */
            quality: "live" | "degraded" | "stale";
            /** @description true: of the simulated market */
            simulated: boolean;
        };
        /** CandleUpdate */
        CandleUpdateData: {
            coin_id: string;
            /**
             * CandleExchange
             * @description consolidated: all venues, in USD; else one, in its product’s quote
             * @enum {unknown}
             */
            exchange: "consolidated" | "binance" | "coinbase";
            /**
             * Interval
             * @description length of the bars; they are aligned to UTC
             * @enum {unknown}
             */
            interval: "1m" | "5m" | "15m" | "1h" | "4h" | "1d";
            /** @description what the prices are in: USD, or the product’s own quote */
            currency: string;
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
            /** @description true: trades are missing: not repaired, or of a venue that is lacking */
            gap: boolean;
            /** @description venues that the bar became final without; it is rewritten when they have closed it */
            lacking: ("binance" | "coinbase")[];
            /** @description what turned USDT into USD; null: nothing was converted */
            rate_basis: ("product" | "implied" | "usdc" | "last" | "peg") | null;
        };
        /** SentimentUpdate */
        SentimentUpdateData: {
            /**
             * CoinId
             * @description slug of a coin, such as `bitcoin`; never a ticker
             */
            coin_id: string;
            /** @description -1 all bad, 0 neutral, 1 all good */
            score: number;
            /** @description stories that sound good, percent of their weight */
            positive_pct: number;
            /** @description stories that sound bad, percent of their weight */
            negative_pct: number;
            /** @description the others, percent of their weight */
            neutral_pct: number;
            /** @description how many articles it is made of */
            articles: number;
            /**
             * Format: date-time
             * @description when it was computed
             */
            timestamp: string;
        };
        /** PortfolioUpdate */
        PortfolioUpdateData: {
            portfolio_id: string;
            /**
             * Format: uuid
             * @description id of an account
             */
            user_id: string;
            /** @description decimal; null while a price that it needs is missing */
            total_value: string | null;
            /** @description value less cost of what is held; null: not known */
            gain: string | null;
            /** @description gain of the cost; null: not known */
            roi_percent: number | null;
            /** @description of the value since midnight UTC, less what came and went; null: not known */
            today_change: string | null;
            /** @description the same of the value then, and what came since */
            today_percent: number | null;
            /** @description what amounts are in */
            currency: string;
            /** Format: date-time */
            timestamp: string;
        };
        /** AlertFiring */
        AlertFiringData: {
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
            /**
             * CoinId
             * @description slug of a coin, such as `bitcoin`; never a ticker
             */
            coin_id: string;
            /** @description when it came true, epoch ms; of a late one the minute’s open */
            at: number;
            /** @description when that was known, epoch ms */
            told_at: number;
            /** @description what reached the bound */
            value: number;
            /** @description USD, at that moment; of a late one the minute’s close */
            price: number;
            /**
             * Quality
             * @description live: fresh prices of all expected venues; degraded: of fewer, or they disagree; stale: none fresh
             * @enum {unknown}
             */
            quality: "live" | "degraded" | "stale";
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
        SubscribedData: {
            /** @description true: every coin there is, and `coins` is empty */
            all: boolean;
            /** @description coins by their slugs, in no order */
            coins: string[];
            /** @description interval of the candles that come along; null: none */
            candles: ("1m" | "5m" | "15m" | "1h" | "4h" | "1d") | null;
            /** @description whose candles they are; null: none */
            exchange: ("consolidated" | "binance" | "coinbase") | null;
        };
        UnsubscribedData: {
            /** @description true: every coin there is, and `coins` is empty */
            all: boolean;
            /** @description coins by their slugs, in no order */
            coins: string[];
            /** @description interval of the candles that come along; null: none */
            candles: ("1m" | "5m" | "15m" | "1h" | "4h" | "1d") | null;
            /** @description whose candles they are; null: none */
            exchange: ("consolidated" | "binance" | "coinbase") | null;
        };
        SnapshotEndData: {
            /** @description true: every coin there is, and `coins` is empty */
            all: boolean;
            /** @description coins by their slugs, in no order */
            coins: string[];
            /** @description interval of the candles that come along; null: none */
            candles: ("1m" | "5m" | "15m" | "1h" | "4h" | "1d") | null;
            /** @description whose candles they are; null: none */
            exchange: ("consolidated" | "binance" | "coinbase") | null;
        };
        PongData: {
            /**
             * Format: date-time
             * @description the server's time, UTC
             */
            timestamp: string;
        };
        HeartbeatData: {
            /**
             * Format: date-time
             * @description the server's time, UTC
             */
            timestamp: string;
        };
        ErrorData: {
            /** @description one of docs/errors.md */
            code: string;
            message: string;
            /** @description which parameter or field was refused, and why */
            details?: {
                field: string;
                reason: string;
            }[];
        };
        PriceUpdate: {
            /** @constant */
            type: "price_update";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["PriceUpdateData"];
        };
        CandleUpdate: {
            /** @constant */
            type: "candle_update";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["CandleUpdateData"];
        };
        SentimentUpdate: {
            /** @constant */
            type: "sentiment_update";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["SentimentUpdateData"];
        };
        PortfolioUpdate: {
            /** @constant */
            type: "portfolio_update";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["PortfolioUpdateData"];
        };
        AlertFiring: {
            /** @constant */
            type: "alert_firing";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["AlertFiringData"];
        };
        Subscribed: {
            /** @constant */
            type: "subscribed";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["SubscribedData"];
        };
        Unsubscribed: {
            /** @constant */
            type: "unsubscribed";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["UnsubscribedData"];
        };
        SnapshotEnd: {
            /** @constant */
            type: "snapshot_end";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["SnapshotEndData"];
        };
        Pong: {
            /** @constant */
            type: "pong";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["PongData"];
        };
        Heartbeat: {
            /** @constant */
            type: "heartbeat";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["HeartbeatData"];
        };
        Error: {
            /** @constant */
            type: "error";
            /** @description number of the message on this connection, from 1 without a hole */
            seq: number;
            data: components["schemas"]["ErrorData"];
        };
        Subscribe: {
            /** @constant */
            type: "subscribe";
            /** @description coins by their slugs */
            coins: string[];
        };
        Unsubscribe: {
            /** @constant */
            type: "unsubscribe";
            /** @description coins by their slugs */
            coins: string[];
        };
        Ping: {
            /** @constant */
            type: "ping";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

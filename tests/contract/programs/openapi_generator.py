"""Calls through the client that openapi-generator makes for Python; prints what they answered as one JSON object."""

import json
import sys

import tidemark
from tidemark import (
    AnalyticsApi,
    ApiKeyRequest,
    BacktestRequest,
    Configuration,
    Login,
    MarketApi,
    PreferencesChange,
    UsersApi,
)

url, username, password, start, end = sys.argv[1:]
period = {"var_from": int(start), "to": int(end)}

configuration = Configuration(host=url)
client = tidemark.ApiClient(configuration)
market, analytics, users = MarketApi(client), AnalyticsApi(client), UsersApi(client)


def bars(candles):
    return [[bar.time, bar.open, bar.close, bar.volume] for bar in candles]


try:
    market.get_price("no-such-coin")
    refused = None
except tidemark.ApiException as error:
    refused = error.status

signed_in = users.login(Login(username=username, password=password)).data
configuration.access_token = signed_in.access_token

indicators = analytics.get_indicators("bitcoin", names="rsi(14)", interval="1d", limit=5).data
matrix = analytics.get_correlation_matrix(["bitcoin", "ethereum"], period="90d").data
risk = analytics.get_risk("bitcoin", period="90d").data
rule = BacktestRequest.from_dict(
    {"coin_id": "bitcoin", "interval": "1h", "entry": "rsi(14) < 40", "from": int(start), "to": int(end)}
)
backtest = analytics.run_backtest(rule).data
preferences = users.update_preferences("me", PreferencesChange(theme="dark")).data
key = users.create_api_key("me", ApiKeyRequest(name="python", scope="read")).data

answers = {
    "price": market.get_price("bitcoin").data.price,
    "coins": [coin.coin_id for coin in market.list_coins().data],
    "candles": bars(market.list_candles("bitcoin", interval="1h", **period).data.candles),
    "venue_candles": bars(
        market.list_candles("ethereum", interval="4h", exchange="binance", **period).data.candles
    ),
    "indicators": [indicators.times, indicators.indicators[0].values],
    "matrix": matrix.matrix,
    "risk": [risk.last_bar_time, risk.total_return, risk.max_drawdown.depth],
    "backtest": [backtest.summary.final_equity, backtest.summary.trades],
    "user_id": signed_in.user_id,
    "theme": preferences.theme,
    "key": [key.name, key.expires_at],
    "refused": refused,
}
print(json.dumps(answers, default=str))

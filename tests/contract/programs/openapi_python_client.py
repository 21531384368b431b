"""Calls through the client that openapi-python-client makes; prints what they answered as one JSON object."""

import json
import sys

from tidemark_client import AuthenticatedClient, Client
from tidemark_client.api.analytics import (
    get_correlation_matrix,
    get_indicators,
    get_risk,
    run_backtest,
)
from tidemark_client.api.market import get_price, list_candles, list_coins
from tidemark_client.api.users import create_api_key, login, update_preferences
from tidemark_client.models import (
    ApiKeyRequest,
    ApiKeyScope,
    BacktestRequest,
    CandleExchange,
    CorrelationPeriod,
    Interval,
    Login,
    PreferencesChange,
    RiskPeriod,
    Theme,
)

url, username, password, start, end = sys.argv[1:]
period = {"from_": int(start), "to": int(end)}
stranger = Client(base_url=url)


def bars(candles):
    return [[bar.time, bar.open_, bar.close, bar.volume] for bar in candles]


signed_in = login.sync(client=stranger, body=Login(username=username, password=password)).data
client = AuthenticatedClient(base_url=url, token=signed_in.access_token)

indicators = get_indicators.sync(
    "bitcoin", client=client, names="rsi(14)", interval=Interval("1d"), limit=5
).data
matrix = get_correlation_matrix.sync(
    client=client, coins=["bitcoin", "ethereum"], period=CorrelationPeriod("90d")
).data
risk = get_risk.sync("bitcoin", client=client, period=RiskPeriod("90d")).data
rule = BacktestRequest(
    coin_id="bitcoin", interval=Interval("1h"), entry="rsi(14) < 40", **period
)
backtest = run_backtest.sync(client=client, body=rule).data
preferences = update_preferences.sync(
    "me", client=client, body=PreferencesChange(theme=Theme.DARK)
).data
key = create_api_key.sync(
    "me", client=client, body=ApiKeyRequest(name="attrs", scope=ApiKeyScope.READ)
).data

answers = {
    "price": get_price.sync("bitcoin", client=client).data.price,
    "coins": [coin.coin_id for coin in list_coins.sync(client=client).data],
    "candles": bars(
        list_candles.sync("bitcoin", client=client, interval=Interval("1h"), **period).data.candles
    ),
    "venue_candles": bars(
        list_candles.sync(
            "ethereum",
            client=client,
            interval=Interval("4h"),
            exchange=CandleExchange("binance"),
            **period,
        ).data.candles
    ),
    "indicators": [indicators.times, indicators.indicators[0].values],
    "matrix": matrix.matrix,
    "risk": [risk.last_bar_time, risk.total_return, risk.max_drawdown.depth],
    "backtest": [backtest.summary.final_equity, backtest.summary.trades],
    "user_id": signed_in.user_id,
    "theme": preferences.theme.value,
    "key": [key.name, key.expires_at],
    "refused": get_price.sync_detailed("no-such-coin", client=client).status_code.value,
}
print(json.dumps(answers, default=str))

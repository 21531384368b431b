"""Candles of a Tidemark server as a pandas DataFrame, and its live prices.

    pip install -r requirements.txt
    python tidemark.py [http://localhost:8000]
"""

import asyncio
import contextlib
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import pandas as pd
import websockets


def get(server: str, path: str, **query) -> dict:
    """The answer to a request; waits where the server asks for it."""
    given = {name: value for name, value in query.items() if value is not None}
    url = f"{server}{path}?{urllib.parse.urlencode(given)}"
    while True:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503):
                raise RuntimeError(json.load(error)["error"]["message"]) from error
            time.sleep(float(error.headers.get("Retry-After", "1")))


def candles(server: str, coin: str, interval: str, start: int, end: int) -> pd.DataFrame:
    """All candles that open in [start, end), epoch ms, oldest first, one row a bar."""
    rows, cursor = [], None
    while True:
        page = get(
            server,
            f"/api/market/candles/{coin}",
            **{"interval": interval, "from": start, "to": end, "limit": 1000, "cursor": cursor},
        )
        rows += page["data"]["candles"]
        cursor = page["meta"].get("next_cursor")
        if cursor is None:
            break
    frame = pd.DataFrame(rows)
    if frame.empty:
        return frame
    frame["time"] = pd.to_datetime(frame["time"], unit="ms", utc=True)
    return frame.set_index("time")


async def prices(server: str, *coins: str):
    """Prices as they change, for ever: `websockets` connects again by itself."""
    address = server.replace("http", "ws", 1) + "/ws/prices?coins=" + ",".join(coins)
    async for line in websockets.connect(address):
        try:
            async for text in line:
                message = json.loads(text)
                if message["type"] == "price_update":
                    yield message["data"]
                elif message["type"] == "error":
                    print("refused:", message["data"]["message"], file=sys.stderr)
        except websockets.ConnectionClosed as closed:
            if closed.rcvd and closed.rcvd.code == 4400:
                raise


async def main(server: str) -> None:
    now = int(time.time() * 1000)
    frame = candles(server, "bitcoin", "1m", now - 48 * 3_600_000, now)
    final = frame if frame.empty else frame[frame["final"]]
    print("candles", len(frame), "final", len(final))
    if not final.empty:  # a server's first minute has none
        print("last close", final["close"].iloc[-1])
        print("hourly volatility", final["close"].resample("1h").last().pct_change().std())
    async with contextlib.aclosing(prices(server, "bitcoin", "ethereum")) as live:
        async for price in live:
            print("live", price["coin_id"], price["price"], price["quality"])
            if price["coin_id"] == "bitcoin":
                break


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"))

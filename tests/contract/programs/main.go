// Calls through the client that openapi-generator makes for Go; prints what they answered as one JSON object.
package main

import (
	"context"
	"encoding/json"
	"os"
	"strconv"

	tidemark "example.org/tidemark"
)

func must[T any](answer T, _ any, err error) T {
	if err != nil {
		panic(err)
	}
	return answer
}

func bars(candles []tidemark.Candle) [][]any {
	rows := [][]any{}
	for _, bar := range candles {
		rows = append(rows, []any{bar.Time, bar.Open, bar.Close, bar.Volume})
	}
	return rows
}

func main() {
	url, username, password := os.Args[1], os.Args[2], os.Args[3]
	from, _ := strconv.ParseInt(os.Args[4], 10, 64)
	to, _ := strconv.ParseInt(os.Args[5], 10, 64)

	configuration := tidemark.NewConfiguration()
	configuration.Servers = tidemark.ServerConfigurations{{URL: url}}
	client := tidemark.NewAPIClient(configuration)
	ctx := context.Background()
	market, analytics := client.MarketAPI, client.AnalyticsAPI

	refused := 0
	if _, answer, err := market.GetPrice(ctx, "no-such-coin").Execute(); err != nil {
		refused = answer.StatusCode
	}

	login := tidemark.NewLogin(password)
	login.SetUsername(username)
	signedIn := must(client.UsersAPI.Login(ctx).Login(*login).Execute()).Data
	ctx = context.WithValue(ctx, tidemark.ContextAccessToken, signedIn.AccessToken)

	price := must(market.GetPrice(ctx, "bitcoin").Execute()).Data
	coins := []string{}
	for _, coin := range must(market.ListCoins(ctx).Execute()).Data {
		coins = append(coins, coin.CoinId)
	}
	candles := must(market.ListCandles(ctx, "bitcoin").Interval("1h").From(from).To(to).Execute()).Data
	ofVenue := must(market.ListCandles(ctx, "ethereum").Interval("4h").Exchange("binance").From(from).To(to).Execute()).Data
	indicators := must(analytics.GetIndicators(ctx, "bitcoin").Names("rsi(14)").Interval("1d").Limit(5).Execute()).Data
	matrix := must(analytics.GetCorrelationMatrix(ctx).Coins([]string{"bitcoin", "ethereum"}).Period("90d").Execute()).Data
	risk := must(analytics.GetRisk(ctx, "bitcoin").Period("90d").Execute()).Data

	rule := tidemark.NewBacktestRequest("bitcoin", "1h", "rsi(14) < 40")
	rule.SetFrom(from)
	rule.SetTo(to)
	backtest := must(analytics.RunBacktest(ctx).BacktestRequest(*rule).Execute()).Data

	change := tidemark.NewPreferencesChange()
	change.SetTheme("dark")
	preferences := must(client.UsersAPI.UpdatePreferences(ctx, "me").PreferencesChange(*change).Execute()).Data
	key := must(client.UsersAPI.CreateApiKey(ctx, "me").ApiKeyRequest(*tidemark.NewApiKeyRequest("go", "read")).Execute()).Data

	_ = json.NewEncoder(os.Stdout).Encode(map[string]any{
		"price":         price.Price,
		"coins":         coins,
		"candles":       bars(candles.Candles),
		"venue_candles": bars(ofVenue.Candles),
		"indicators":    []any{indicators.Times, indicators.Indicators[0].Values},
		"matrix":        matrix.Matrix,
		"risk":          []any{risk.LastBarTime.Get(), risk.TotalReturn.Get(), risk.MaxDrawdown.Depth.Get()},
		"backtest":      []any{backtest.Summary.FinalEquity, backtest.Summary.Trades},
		"user_id":       signedIn.UserId,
		"theme":         preferences.Theme,
		"key":           []any{key.Name, key.ExpiresAt.Get()},
		"refused":       refused,
	})
}

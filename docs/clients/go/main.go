// Candles of a Tidemark server, and its live candles.
//
//	go run . [http://localhost:8000]
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// Candle is a bar; Time is its open in milliseconds since 1970.
type Candle struct {
	Time   int64   `json:"time"`
	Open   float64 `json:"open"`
	High   float64 `json:"high"`
	Low    float64 `json:"low"`
	Close  float64 `json:"close"`
	Volume float64 `json:"volume"`
	// Nil where a venue does not tell.
	Trades *int64 `json:"trades"`
	Final  bool   `json:"final"`
	Gap    bool   `json:"gap"`
}

type page struct {
	Data struct {
		Candles []Candle `json:"candles"`
	} `json:"data"`
	Meta struct {
		NextCursor *string `json:"next_cursor"`
	} `json:"meta"`
	Error *struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

// Candles answers all bars of a coin that open in [from, to), oldest first.
func Candles(ctx context.Context, server, coin, interval string, from, to time.Time) ([]Candle, error) {
	query := url.Values{
		"interval": {interval},
		"from":     {fmt.Sprint(from.UnixMilli())},
		"to":       {fmt.Sprint(to.UnixMilli())},
		"limit":    {"1000"},
	}
	var all []Candle
	for {
		answer, err := get(ctx, server+"/api/market/candles/"+url.PathEscape(coin)+"?"+query.Encode())
		if err != nil {
			return nil, err
		}
		all = append(all, answer.Data.Candles...)
		if answer.Meta.NextCursor == nil {
			return all, nil
		}
		query.Set("cursor", *answer.Meta.NextCursor)
	}
}

func get(ctx context.Context, address string) (*page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer page
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, err
	}
	if answer.Error != nil {
		return nil, fmt.Errorf("%s: %s", answer.Error.Code, answer.Error.Message)
	}
	return &answer, nil
}

type message struct {
	Seq  int64           `json:"seq"`
	Type string          `json:"type"`
	Data json.RawMessage `json:"data"`
}

// Follow calls tell with each candle of a coin until it answers false, and connects again when the line is lost.
func Follow(ctx context.Context, server, coin, interval string, tell func(Candle) bool) error {
	address := strings.Replace(server, "http", "ws", 1) +
		"/ws/prices?coins=" + url.QueryEscape(coin) + "&candles=" + interval
	for attempt := 0; ; attempt++ {
		done, err := read(ctx, address, tell)
		if done || ctx.Err() != nil || websocket.CloseStatus(err) == 4400 {
			return err
		}
		// Full jitter, up to 30 s.
		bound := min(30*time.Second, 500*time.Millisecond<<min(attempt, 6))
		time.Sleep(rand.N(bound))
	}
}

func read(ctx context.Context, address string, tell func(Candle) bool) (bool, error) {
	line, _, err := websocket.Dial(ctx, address, nil)
	if err != nil {
		return false, err
	}
	defer line.CloseNow()
	for {
		var next message
		if err := wsjson.Read(ctx, line, &next); err != nil {
			return false, err
		}
		if next.Type != "candle_update" {
			continue
		}
		var candle Candle
		if err := json.Unmarshal(next.Data, &candle); err != nil {
			return false, err
		}
		if !tell(candle) {
			return true, line.Close(websocket.StatusNormalClosure, "")
		}
	}
}

func main() {
	server := "http://localhost:8000"
	if len(os.Args) > 1 {
		server = os.Args[1]
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	now := time.Now()
	candles, err := Candles(ctx, server, "bitcoin", "1m", now.Add(-48*time.Hour), now)
	if err != nil {
		log.Fatal(err)
	}
	last := candles[len(candles)-1]
	fmt.Println("candles", len(candles), "last", last.Time, last.Close)
	err = Follow(ctx, server, "bitcoin", "1m", func(candle Candle) bool {
		fmt.Println("live", candle.Time, candle.Close, candle.Final)
		return false
	})
	if err != nil {
		log.Fatal(err)
	}
}

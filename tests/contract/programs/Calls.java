// Calls through the client that openapi-generator makes for Java; prints what they answered as one JSON object.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AnalyticsApi;
import org.openapitools.client.api.MarketApi;
import org.openapitools.client.api.UsersApi;
import org.openapitools.client.model.*;

public class Calls {
  static List<List<Object>> bars(List<Candle> candles) {
    return candles.stream()
        .map(bar -> Arrays.<Object>asList(bar.getTime(), bar.getOpen(), bar.getClose(), bar.getVolume()))
        .toList();
  }

  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(args[0]);
    Long from = Long.valueOf(args[3]);
    Long to = Long.valueOf(args[4]);
    MarketApi market = new MarketApi(client);

    int refused = 0;
    try {
      market.getPrice("no-such-coin");
    } catch (ApiException error) {
      refused = error.getCode();
    }

    Login login = new Login().username(args[1]).password(args[2]);
    SignedIn signedIn = new UsersApi(client).login(login).getData();
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + signedIn.getAccessToken()));
    UsersApi users = new UsersApi(client);
    AnalyticsApi analytics = new AnalyticsApi(client);
    market = new MarketApi(client);

    List<Candle> candles =
        market.listCandles("bitcoin", Interval.INTERVAL_1H, null, from, to, null, null).getData().getCandles();
    List<Candle> ofVenue =
        market
            .listCandles(
                "ethereum", Interval.INTERVAL_4H, CandleExchange.CANDLE_EXCHANGE_BINANCE, from, to, null, null)
            .getData()
            .getCandles();
    Indicators indicators = analytics.getIndicators("bitcoin", "rsi(14)", Interval.INTERVAL_1D, 5L).getData();
    CorrelationMatrix matrix =
        analytics
            .getCorrelationMatrix(
                List.of("bitcoin", "ethereum"), CorrelationPeriod.CORRELATION_PERIOD_90D, null)
            .getData();
    Risk risk = analytics.getRisk("bitcoin", RiskPeriod.RISK_PERIOD_90D, null).getData();
    BacktestRequest rule =
        new BacktestRequest()
            .coinId("bitcoin")
            .interval(Interval.INTERVAL_1H)
            .entry("rsi(14) < 40")
            .from(from)
            .to(to);
    BacktestSummary backtest = analytics.runBacktest(rule).getData().getSummary();
    Preferences preferences =
        users.updatePreferences("me", new PreferencesChange().theme(Theme.DARK)).getData();
    CreatedApiKey key =
        users.createApiKey("me", new ApiKeyRequest().name("java").scope(ApiKeyScope.READ)).getData();

    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("price", market.getPrice("bitcoin").getData().getPrice());
    answers.put("coins", market.listCoins().getData().stream().map(Coin::getCoinId).toList());
    answers.put("candles", bars(candles));
    answers.put("venue_candles", bars(ofVenue));
    answers.put(
        "indicators", List.of(indicators.getTimes(), indicators.getIndicators().get(0).getValues()));
    answers.put("matrix", matrix.getMatrix());
    answers.put(
        "risk",
        Arrays.asList(
            risk.getLastBarTime(), risk.getTotalReturn(), risk.getMaxDrawdown().getDepth()));
    answers.put("backtest", List.of(backtest.getFinalEquity(), backtest.getTrades()));
    answers.put("user_id", signedIn.getUserId());
    answers.put("theme", preferences.getTheme().getValue());
    answers.put("key", Arrays.asList(key.getName(), key.getExpiresAt()));
    answers.put("refused", refused);
    System.out.println(new ObjectMapper().writeValueAsString(answers));
  }
}

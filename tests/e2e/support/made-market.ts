const HOUR = 3_600_000;

/** Opens of the newest `points` hours, the present one last, epoch ms. */
function hours(points: number): number[] {
  const end = Math.floor(Date.now() / HOUR) * HOUR;
  return Array.from({ length: points }, (_, index) => end - (points - 1 - index) * HOUR);
}

function envelope(data: object) {
  return {
    success: true,
    data: { coin_id: 'bitcoin', interval: '1h', ...data },
    meta: { timestamp: new Date().toISOString(), request_id: 'e2e' },
  };
}

/** An answer with as many candles of an hour, made up. */
export function candlesAnswer(points: number) {
  const candles = hours(points).map((time, index) => {
    const open = 50_000 + 5_000 * Math.sin(index / 40) + (index % 7) * 40;
    const close = open + ((index % 5) - 2) * 60;
    return {
      time,
      open,
      close,
      high: Math.max(open, close) + 50,
      low: Math.min(open, close) - 50,
      volume: 100 + (index % 11) * 10,
      trades: 10,
      final: true,
      gap: false,
      lacking: [],
      rate_basis: null,
    };
  });
  return envelope({ exchange: 'consolidated', currency: 'USD', candles });
}

/** An answer with the four indicators of the chart for the same hours, made up. */
export function indicatorsAnswer(points: number) {
  const times = hours(points);
  const middle = times.map((_, index) => 50_000 + 5_000 * Math.sin(index / 40));
  const series = (name: string, outputs: string[], values: number[][]) => ({
    name,
    outputs,
    values,
  });
  const indicators = [
    series(
      'sma(20)',
      ['value'],
      middle.map((value) => [value]),
    ),
    series(
      'ema(50)',
      ['value'],
      middle.map((value) => [value - 300]),
    ),
    series(
      'stddev(20)',
      ['value'],
      middle.map((_, index) => [200 + (index % 90)]),
    ),
    series(
      'bollinger(20,2)',
      ['upper', 'lower'],
      middle.map((value) => [value + 500, value - 500]),
    ),
  ];
  return envelope({ times, indicators, stale: false });
}

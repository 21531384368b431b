import { readCommandLine, UsageError, USAGE } from './command-line.ts';
import { startControlServer } from './control-server.ts';
import { startExchangeSim } from './exchange-sim.ts';

async function main(): Promise<void> {
  const { help, options } = readCommandLine(process.argv.slice(2));
  if (help) return void process.stdout.write(USAGE);
  const sim = await startExchangeSim(options);
  const controlPort = options.port === 0 ? 0 : options.port + 2;
  const control = await startControlServer(sim, options.host, controlPort);
  process.stdout.write(
    `BINANCE_WS_URL=${sim.urls.binanceWs}\n` +
      `BINANCE_REST_URL=${sim.urls.binanceRest}\n` +
      `COINBASE_WS_URL=${sim.urls.coinbaseWs}\n` +
      `COINBASE_REST_URL=${sim.urls.coinbaseRest}\n` +
      `ECB_RATES_URL=${sim.urls.ecbRates}\n` +
      `SIMULATED_NEWS_URL=${sim.urls.news}\n` +
      `\nFaults: POST ${control.url}/control/<fault>, see packages/exchange-sim/README.md. Ctrl-C ends.\n`,
  );
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void Promise.all([sim.stop(), control.stop()]).then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const hint = error instanceof UsageError ? '\nSee npm run exchange-sim -- --help' : '';
  process.stderr.write(`exchange-sim: ${(error as Error).message}${hint}\n`);
  process.exit(1);
});

// What other people's linters and generators make of the served description. It takes minutes and downloads tools. The last line is
// `N passed, N failed`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-contract-run.mjs'))
  .then((run) => run && run.testContract())
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

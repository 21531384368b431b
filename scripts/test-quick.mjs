// What a change may have broken, in a minute or so. The last line is `N passed, N failed`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-quick-run.mjs'))
  .then((run) => run && run.testQuick())
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

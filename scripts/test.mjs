// Every check there is, from a fresh clone on. The last line is `N passed, N failed`, perhaps with `, N skipped`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-run.mjs'))
  .then((run) => run && run.testAll())
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

// Runs a suite of checks, such as `all`, from a fresh clone on. The last line is `N passed, N failed`, perhaps with
// `, N skipped`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-suites.mjs'))
  .then((suites) => suites && suites.runSuite(process.argv[2]))
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

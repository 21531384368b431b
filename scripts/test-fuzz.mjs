// 10,000 requests and more that Schemathesis makes up. It takes minutes; `npm run test:security` sends fewer. The last
// line is `N passed, N failed`, perhaps with `, N skipped`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-fuzz-run.mjs'))
  .then((run) => run && run.testFuzz())
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

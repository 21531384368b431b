// What made-up requests and hostile clients get. It takes minutes, so it is not a part of `npm test`. The last line is
// `N passed, N failed`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-security-run.mjs'))
  .then((run) => run && run.testSecurity())
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

// What many kills and cuts leave. It takes minutes, so `npm test` tries few of each. The last line is
// `N passed, N failed`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-endurance-run.mjs'))
  .then((run) => run && run.testEndurance())
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

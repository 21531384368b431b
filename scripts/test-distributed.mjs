// The checks that need PostgreSQL, Redis and Kafka, beside servers of their own (dev/with-infra.sh). The last line is
// `N passed, N failed`, perhaps with `, N skipped`.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./test-distributed-run.mjs'))
  .then((run) => run && run.testDistributed())
  .then(
    (failed) => process.exit(failed > 0 ? 1 : 0),
    (error) => {
      console.error(`${error.message}\n0 passed, 1 failed`);
      process.exit(1);
    },
  );

// Runs on the Node.js of the host with nothing installed: installs, builds and starts Tidemark.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./launch.mjs'))
  .then((launched) => launched && launched.launch())
  .then(
    (code) => process.exit(code),
    (error) => {
      console.error(error.message);
      process.exit(1);
    },
  );

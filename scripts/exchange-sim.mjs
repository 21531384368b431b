// Runs on the Node.js of the host: installs what is missing, then runs the exchange simulator until it ends.
import('./node-version.mjs')
  .then(({ requireNode }) => requireNode(20) && import('./exchange-sim-launch.mjs'))
  .then((launched) => launched && launched.launch(process.argv.slice(2)))
  .then(
    (code) => process.exit(code),
    (error) => {
      console.error(error.message);
      process.exit(1);
    },
  );

// Healthy: the process answers. Whether it is ready is said at /readyz; not to be ready is no reason to be restarted.
const port = process.env.PORT ?? '8000';
const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
  signal: AbortSignal.timeout(2_000),
}).catch(() => null);
process.exit(answer?.ok ? 0 : 1);

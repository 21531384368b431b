// Runs the `next` command with its telemetry off, whatever shell npm was started from.
process.env.NEXT_TELEMETRY_DISABLED = '1';
await import('next/dist/bin/next');

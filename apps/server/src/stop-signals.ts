/** A terminal and a parent may both pass one Ctrl-C on; what comes this soon after is the same one. */
const SAME_SIGNAL_MS = 500;
const INTERRUPTED = 130;

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. A further one, clearly later, ends the process at once.
 */
export function untilTold(): Promise<'told'> {
  const { promise, resolve } = Promise.withResolvers<'told'>();
  let first: number | null = null;
  const hear = (): void => {
    const now = performance.now();
    first ??= now;
    if (now - first > SAME_SIGNAL_MS) process.exit(INTERRUPTED);
    resolve('told');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  return promise;
}

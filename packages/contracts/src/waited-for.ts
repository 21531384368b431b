import type { Readiness } from './health.ts';

/**
 * What is waited for, in words, such as `PostgreSQL`; null when everything is ready.
 * What waits for its turn is waited for by nobody.
 */
export function waitedFor({ modules }: Readiness): string | null {
  const names = new Set(modules.map(({ name }) => name));
  const waiting = modules.filter(({ waiting_for }) => waiting_for !== null);
  const cause = waiting.find(({ waiting_for }) => !names.has(waiting_for ?? '')) ?? waiting[0];
  return cause?.waiting_for ?? null;
}

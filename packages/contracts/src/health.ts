import Type, { type Static } from 'typebox';

export const ReadinessSchema = Type.Object({
  ready: Type.Boolean(),
  modules: Type.Array(
    Type.Object({
      name: Type.String(),
      ready: Type.Boolean(),
      waiting_for: Type.Union([Type.String(), Type.Null()], {
        description:
          'what is waited for, in words, or the module whose turn comes before; null when ready',
      }),
    }),
  ),
});
export type Readiness = Static<typeof ReadinessSchema>;

/**
 * What is waited for, in words, such as `PostgreSQL at db:5432 (connection refused)`; null when everything is ready.
 * What waits for its turn is waited for by nobody.
 */
export function waitedFor({ modules }: Readiness): string | null {
  const names = new Set(modules.map(({ name }) => name));
  const waiting = modules.filter(({ waiting_for }) => waiting_for !== null);
  const cause = waiting.find(({ waiting_for }) => !names.has(waiting_for ?? '')) ?? waiting[0];
  return cause?.waiting_for ?? null;
}

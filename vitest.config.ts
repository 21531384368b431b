import { defineConfig } from 'vitest/config';

const SERVER_SIDE = '{packages,services,apps/server,bench,clients}';
/** Adds a service to the tables that every module has read by the time another file's tests are through. */
const ADDED_SERVICE = 'apps/server/tests/added-service.test.ts';
const NOT_OURS = ['**/node_modules/**', '**/out/**', '**/.next/**'];

/**
 * Projects in the order of scripts/test-run.mjs. `security`, `contract` and `endurance` take minutes and are run by their own
 * names; `recorded` needs ../shared and says so where it is missing; `distributed` and `chaos` need the servers of
 * dev/with-infra.sh.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${SERVER_SIDE}/**/src/**/*.test.ts`],
          exclude: NOT_OURS,
          // A module world for each file costs three times what the tests do. What a test changes of it, it puts back.
          isolate: false,
          // Properties try hundreds of cases: what takes a second takes ten where the machine is busy.
          testTimeout: 60_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic' } },
        resolve: { tsconfigPaths: true },
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['apps/web/**/*.test.{ts,tsx}'],
          exclude: NOT_OURS,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [
            '{packages,services,clients}/*/tests/**/*.test.ts',
            'apps/server/tests/**/*.test.ts',
          ],
          exclude: [
            ...NOT_OURS,
            '**/*.{recorded,security,contract,endurance,distributed}.test.ts',
            ADDED_SERVICE,
          ],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'added-service',
          include: [ADDED_SERVICE],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'recorded',
          include: ['{packages,services,apps/server}/**/tests/**/*.recorded.test.ts'],
          exclude: NOT_OURS,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'security',
          include: ['{services,apps/server}/**/tests/**/*.security.test.ts'],
          exclude: NOT_OURS,
          // What a flood costs others is measured: nothing else runs beside it.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['apps/server/tests/**/*.contract.test.ts'],
          exclude: NOT_OURS,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'endurance',
          include: ['{packages,services,apps/server}/**/tests/**/*.endurance.test.ts'],
          exclude: NOT_OURS,
          // Markets that run faster than the clock want the machine to themselves.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'distributed',
          include: [
            '{packages,services,apps/server}/**/tests/**/*.distributed.test.ts',
            'tests/infra/**/*.distributed.test.ts',
          ],
          exclude: NOT_OURS,
          // The suites kill the servers that they share.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'degraded',
          include: ['tests/degraded/**/*.degraded.test.ts'],
          exclude: NOT_OURS,
          // Hours pass in seconds: the machine has no room for two of them.
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['tests/chaos/**/*.chaos.test.ts'],
          exclude: NOT_OURS,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

import { readdirSync } from 'node:fs';
import { defineConfig, type OxlintOverride } from 'oxlint';

const services = readdirSync(new URL('services', import.meta.url));
const packages = readdirSync(new URL('packages', import.meta.url));
const TESTS = ['**/*.test.{ts,tsx}', '**/*.contract.ts', '**/tests/**', 'packages/testkit/**'];
const BENCH = ['bench/**', '**/bench/**'];

const ban = {
  otherWorkspace: {
    regex: '^(\\.\\./)+[^.].*/src/',
    message: 'Import another workspace by its package name.',
  },
  services: {
    regex: `^@tidemark/(${services.join('|')})(/|$)`,
    message: 'Services talk over the bus and HTTP: nothing imports a service.',
  },
  apps: { regex: '^@tidemark/(server|web)(/|$)', message: 'Nothing imports an app.' },
  streams: {
    regex: '^@tidemark/live-stream(/|$)',
    message: 'The gateway alone has streams: tell it by the bus.',
  },
  adapters: {
    regex: '^@tidemark/[^/]+/(memory|pglite|postgres|redis|kafka)-',
    message: 'Ask for the port; apps/server/src/runtime.ts alone chooses adapters.',
  },
  allButContracts: {
    regex: `^@tidemark/(${packages.filter((name) => name !== 'contracts').join('|')})(/|$)`,
    message: 'The web app knows packages/contracts and the client alone.',
  },
  anything: {
    regex: '^@tidemark/',
    message: 'The client is published by itself: it imports nothing of ours.',
  },
};
const env = {
  name: 'node:process',
  importNames: ['env'],
  message: 'packages/config alone reads the environment.',
};

interface Ban {
  regex: string;
  message: string;
}

/** What files may import: one entry a zone, since a later entry replaces an earlier one. */
function zone(files: string[], patterns: Ban[], excludeFiles: string[] = []): OxlintOverride {
  return {
    files,
    excludeFiles,
    rules: { 'no-restricted-imports': ['error', { paths: [env], patterns }] },
  };
}

function otherServices(own: string): Ban {
  const others = services.filter((name) => name !== own);
  return { ...ban.services, regex: `^@tidemark/(${others.join('|')})(/|$)` };
}

const outsideServices = [ban.otherWorkspace, ban.services, ban.apps];
const boundaries = [
  zone(['packages/**/*.ts'], [...outsideServices, ban.adapters], [...TESTS, ...BENCH]),
  zone(['packages/**/*.test.ts', 'packages/*/tests/**/*.ts'], outsideServices, [
    'packages/testkit/**',
  ]),
  ...services.flatMap((name) => [
    zone(
      [`services/${name}/**/*.ts`],
      [
        ...[ban.otherWorkspace, otherServices(name), ban.apps, ban.adapters],
        ...(name === 'gateway' ? [] : [ban.streams]),
      ],
      TESTS,
    ),
    zone(
      [`services/${name}/**/*.test.ts`, `services/${name}/tests/**/*.ts`],
      [ban.otherWorkspace, otherServices(name), ban.apps],
    ),
  ]),
  zone(
    ['apps/server/**/*.ts'],
    [ban.otherWorkspace, ban.adapters],
    ['apps/server/src/runtime.ts', ...TESTS],
  ),
  zone(['clients/typescript/src/**/*.ts'], [ban.otherWorkspace, ban.anything]),
  zone(
    ['apps/web/**/*.{ts,tsx}'],
    [
      ban.otherWorkspace,
      ban.services,
      { ...ban.apps, regex: '^@tidemark/server(/|$)' },
      ban.allButContracts,
    ],
  ),
];

/** Beyond what is surely wrong: what typescript-eslint calls strict, and what ESLint recommends. */
const STRICT = [
  'no-array-constructor',
  'no-case-declarations',
  'no-empty',
  'no-fallthrough',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-unexpected-multiline',
  'no-useless-constructor',
  'no-var',
  'prefer-const',
  'preserve-caught-error',
  'typescript/ban-ts-comment',
  'typescript/no-deprecated',
  'typescript/no-dynamic-delete',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-extraneous-class',
  'typescript/no-invalid-void-type',
  'typescript/no-misused-promises',
  'typescript/no-mixed-enums',
  'typescript/no-namespace',
  'typescript/no-non-null-asserted-nullish-coalescing',
  'typescript/no-non-null-assertion',
  'typescript/no-require-imports',
  'typescript/no-unnecessary-boolean-literal-compare',
  'typescript/no-unnecessary-condition',
  'typescript/no-unnecessary-template-expression',
  'typescript/no-unnecessary-type-arguments',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unnecessary-type-conversion',
  'typescript/no-unnecessary-type-parameters',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-function-type',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/only-throw-error',
  'typescript/prefer-literal-enum-member',
  'typescript/prefer-promise-reject-errors',
  'typescript/prefer-reduce-type-parameter',
  'typescript/prefer-return-this-type',
  'typescript/related-getter-setter-pairs',
  'typescript/restrict-plus-operands',
  'typescript/unified-signatures',
  'typescript/use-unknown-in-catch-callback-variable',
];

const ENV_READ = {
  object: 'process',
  property: 'env',
  message: 'packages/config alone reads the environment.',
};

/** The rules of this house, for all that has types. */
const house: OxlintOverride = {
  files: ['**/*.{ts,tsx}'],
  rules: {
    ...Object.fromEntries(STRICT.map((rule) => [rule, 'error'] as const)),
    'max-lines-per-function': ['error', { max: 50, skipComments: true }],
    'no-restricted-properties': ['error', ENV_READ],
    'import/no-default-export': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/restrict-template-expressions': [
      'error',
      { allowNumber: true, allowBoolean: true },
    ],
  },
};

const exceptions: OxlintOverride[] = [
  { files: ['apps/web/**/*.{ts,tsx}'], rules: { 'react/rules-of-hooks': 'error' } },
  {
    files: ['apps/web/**/*.tsx', '**/*.config.*', 'tests/e2e/**/*.ts'],
    rules: { 'import/no-default-export': 'off' },
  },
  // Playwright wants an empty pattern for a fixture without needs.
  { files: ['tests/e2e/**/*.ts'], rules: { 'no-empty-pattern': 'off' } },
  {
    files: ['apps/web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipComments: true }] },
  },
  {
    files: ['packages/config/src/**', '**/*.config.*', ...TESTS, ...BENCH],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      'typescript/no-non-null-assertion': 'off',
      'typescript/no-unsafe-assignment': 'off',
      'typescript/no-unsafe-member-access': 'off',
      'typescript/no-unsafe-argument': 'off',
      'typescript/no-unsafe-call': 'off',
      'typescript/unbound-method': 'off',
    },
  },
  {
    // `finally` waits for what it is given; the rule takes that for a promise that is lost.
    files: [...TESTS, ...BENCH],
    rules: {
      'typescript/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
    },
  },
];

export default defineConfig({
  plugins: ['typescript', 'react', 'import', 'oxc'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  ignorePatterns: [
    '.next',
    'apps/web/out',
    'clients/*/dist',
    'clients/*/src/generated',
    'tests/contract',
    '**/next-env.d.ts',
    'data',
  ],
  rules: {
    'max-lines': ['error', 400],
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
    ],
    // Names are sorted by their code units, and a list of one kind is what it says it is.
    'typescript/require-array-sort-compare': 'off',
  },
  overrides: [house, ...boundaries, ...exceptions],
});

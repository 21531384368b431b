import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const services = readdirSync(new URL('services', import.meta.url));
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
    regex: '^@tidemark/(?!(contracts|client)/)',
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

/** What files may import: one entry a zone, since a later entry replaces an earlier one. */
function zone(files, patterns, ignores = []) {
  return {
    files,
    ignores,
    rules: { 'no-restricted-imports': ['error', { paths: [env], patterns }] },
  };
}

function otherServices(own) {
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
  zone(['apps/web/**/*.{ts,tsx}'], [ban.otherWorkspace, ban.allButContracts]),
];

const house = {
  files: ['**/*.{ts,tsx}'],
  rules: {
    'max-lines': ['error', 400],
    'max-lines-per-function': ['error', { max: 50, skipComments: true }],
    'no-restricted-properties': [
      'error',
      {
        object: 'process',
        property: 'env',
        message: 'packages/config alone reads the environment.',
      },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      {
        selector: 'ExportAllDeclaration',
        message: 'No barrel files: import from the file itself.',
      },
    ],
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
    ],
    // An adapter answers with a promise whether or not it waits for anything.
    '@typescript-eslint/require-await': 'off',
    '@typescript-eslint/restrict-template-expressions': [
      'error',
      { allowNumber: true, allowBoolean: true },
    ],
  },
};

const exceptions = [
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/*.config.*', '*.config.*', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Playwright wants a default export for its set-up, and an empty pattern for a fixture without needs.
    files: ['tests/e2e/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-empty-pattern': 'off' },
  },
  { files: ['apps/web/**/*.tsx'], rules: { 'max-lines-per-function': ['error', 80] } },
  {
    files: ['packages/config/src/**', '**/*.config.*', ...TESTS, ...BENCH],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
];

export default defineConfig(
  {
    ignores: [
      '**/node_modules/**',
      '**/.next/**',
      'apps/web/out/**',
      'clients/*/dist/**',
      'clients/*/src/generated/**',
      'tests/contract/**',
      '**/next-env.d.ts',
      'data/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'max-lines': ['error', 400] },
  },
  house,
  ...boundaries,
  { files: ['apps/web/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  ...exceptions,
);

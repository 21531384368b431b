import { expect, test } from 'vitest';
import { CommonConfigSchema } from './common-config.ts';
import { editDistance } from './edit-distance.ts';
import { suspectVariables } from './suspect-variables.ts';

const known = [
  ...Object.keys(CommonConfigSchema.properties),
  ...['BINANCE_WS_URL', 'COINBASE_WS_URL', 'TLS_CERT_FILE'],
];

test.each([
  ['MARKET_SORCE', 'MARKET_SOURCE'],
  ['MARKET_SOUCRE', 'MARKET_SOURCE'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['log_level', 'LOG_LEVEL'],
  ['DATADIR', 'DATA_DIR'],
  ['BINANCE_WSS_URL', 'BINANCE_WS_URL'],
  ['ENVIROMENT', 'ENVIRONMENT'],
])('%s is taken for %s', (name, meant) => {
  expect(suspectVariables(known, { [name]: 'x' })).toEqual([{ name, meant }]);
});

test('an ordinary environment raises no suspicion', () => {
  const names =
    'HOME PATH HOSTNAME HOSTTYPE SHELL LANG TERM USER PWD POST SPORT LOGNAME SSL_CERT_FILE MAIL TARGETS_X DATA XDG_DATA_DIRS';
  const env = Object.fromEntries(names.split(' ').map((name) => [name, 'x']));
  expect(suspectVariables(known, env)).toEqual([]);
});

test('a variable beside the one that it resembles is left alone', () => {
  expect(suspectVariables(known, { MARKET_SORCE: 'x', MARKET_SOURCE: 'live' })).toEqual([]);
});

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'ac', 1],
  ['abc', 'acb', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %d edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

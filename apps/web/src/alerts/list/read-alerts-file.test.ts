import { expect, test } from 'vitest';
import { readAlertsFile, rowFaults } from './read-alerts-file.ts';

test('a file is one with alerts in it, and nothing else', () => {
  expect(readAlertsFile('{"tidemark_alerts":1,"alerts":[]}')).toEqual({
    tidemark_alerts: 1,
    alerts: [],
  });
  for (const text of ['', 'BTC < 60k', 'null', '[]', '{"alerts":[]}', '{"tidemark_alerts":1}']) {
    expect(readAlertsFile(text)).toBeNull();
  }
});

test('what is wrong with an alert is told by its place in the file, from 1', () => {
  const details = [
    { field: 'body.alerts.2.condition.bound', reason: 'must be a number' },
    { field: 'body.alerts[0]', reason: 'is no alert' },
    { field: 'body.tidemark_alerts', reason: 'must be 1' },
  ];
  expect(rowFaults({ details })).toEqual([
    { row: 3, field: 'condition.bound', reason: 'must be a number' },
    { row: 1, field: '', reason: 'is no alert' },
  ]);
});

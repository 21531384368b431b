import { test } from 'vitest';
import { killFirstStart, killWhileWriting } from './kills.ts';

test('whatever was committed is there after each of five kills, and nothing by halves', async () => {
  await killWhileWriting(5);
}, 120_000);

test('a kill at any moment of the first start leaves a folder that the next start can use', async () => {
  await killFirstStart([400, 1_200, 2_000]);
}, 120_000);

import { test } from 'vitest';
import { killFirstStart, killWhileWriting } from './kills.ts';

// More often, and at more moments: kill.endurance.test.ts.
test('whatever was committed is there after a kill, and nothing by halves', async () => {
  await killWhileWriting(2);
}, 60_000);

test('a kill during the first start leaves a folder that the next start can use', async () => {
  await killFirstStart([1_200]);
}, 60_000);

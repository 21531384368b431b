import { TestClock } from '@tidemark/clock/test-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Notices } from './notices.ts';

/** Notices whose database answers when `answer` is called. */
function setUp() {
  const reply = Promise.withResolvers<undefined>();
  const query = {
    select: () => query,
    where: () => query,
    executeTakeFirst: () => reply.promise,
  };
  const lines: string[] = [];
  const destination = new PassThrough();
  destination.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const logger = createLogger({ level: 'info', destination });
  const parts = { db: { selectFrom: () => query }, outbox: { isSetUp: true }, logger };
  const clock = new TestClock();
  const notices = new Notices({ ...parts, clock } as unknown as ConstructorParameters<
    typeof Notices
  >[0]);
  return { notices, lines, answer: () => reply.resolve(undefined) };
}

test('notices past their bound are counted, and the log says once that they are dropped', async () => {
  const { notices, lines, answer } = setUp();
  for (let i = 0; i < 503; i += 1) notices.tell('password_changed', `user-${i}`);
  expect(notices.counts).toMatchObject({ size: 500, dropped: 3 });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ user_id: 'user-500', limit: 500 });
  answer();
  await notices.settled();
  notices.tell('password_changed', 'user-503');
  await notices.settled();
  expect(notices.counts).toMatchObject({ size: 0, dropped: 3 });
});

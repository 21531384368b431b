import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { until } from '@tidemark/testkit/until';
import { describe, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../dev/with-infra.sh', import.meta.url));

interface Run {
  process: ChildProcess;
  /** What it has printed. */
  text(): string;
}

function start(...command: string[]): Run {
  const child = spawn(SCRIPT, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { process: child, text: () => text };
}

/** Prints the folder of the servers, and their pids on one line. */
const TELL = 'echo "$TIDEMARK_INFRA" $(cat "$TIDEMARK_INFRA"/*/pid);';

async function told(run: Run): Promise<{ folder: string; pids: string[] }> {
  await until('the command to speak', () => run.text().includes('\n'), 50_000);
  const [folder = '', ...pids] = run.text().split('\n')[0]?.split(' ') ?? [];
  return { folder, pids };
}

const isGone = (pid: string) => !existsSync(`/proc/${pid}/cwd`);

/** A process that was not waited for keeps its pid, but no folder. */
async function untilNothingIsLeft({ folder, pids }: { folder: string; pids: string[] }) {
  expect(pids).toHaveLength(3);
  await until('the folder to be gone', () => !existsSync(folder));
  await until('the servers to be gone', () => pids.every(isGone));
}

describe.skipIf(!givenEngines()?.infra)('servers beside a command', () => {
  test('its input, output and exit code are its own, and nothing is left after it', async () => {
    const run = start('bash', '-c', `${TELL} read -r line; echo "read $line"; exit 7`);
    run.process.stdin?.end('a line\n');
    const servers = await told(run);
    const [code] = (await once(run.process, 'exit')) as [number];
    expect(run.text()).toContain('read a line\n');
    expect(code).toBe(7);
    await untilNothingIsLeft(servers);
  });

  test('a signal reaches it as it is, and it may end in its own way', async () => {
    const run = start(
      'bash',
      '-c',
      `trap 'echo asked; exit 5' INT; ${TELL} while :; do sleep 0.1; done`,
    );
    const servers = await told(run);
    run.process.kill('SIGINT');
    const [code] = (await once(run.process, 'exit')) as [number];
    expect(run.text()).toContain('asked\n');
    expect(code).toBe(5);
    await untilNothingIsLeft(servers);
  });

  test('when the script is killed, the servers end all the same', async () => {
    const run = start('bash', '-c', `${TELL} read -r line`);
    const servers = await told(run);
    run.process.kill('SIGKILL');
    await untilNothingIsLeft(servers);
    run.process.stdin?.end();
  });
});

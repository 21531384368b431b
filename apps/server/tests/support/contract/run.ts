import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);
/** Registries bring a hundred megabytes. */
const PATIENCE_MS = 300_000;

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** It ends with 1 where it has something to say. */
  saysByItsEnd?: boolean;
}

/**
 * Runs a program to its end and answers what it printed.
 * @throws Error with what it said last, where it fails
 */
export async function run(
  program: string,
  args: readonly string[],
  { saysByItsEnd = false, ...options }: RunOptions = {},
): Promise<string> {
  const bounds = { timeout: PATIENCE_MS, maxBuffer: 2 ** 26 };
  try {
    return (await execute(program, args, { ...options, ...bounds })).stdout;
  } catch (error) {
    const ended = error as Error & { code?: unknown; stdout?: string; stderr?: string };
    const { code, stdout = '', stderr = '', message } = ended;
    if (saysByItsEnd && code === 1) return stdout;
    const said = `${stdout}\n${stderr}`.trim().slice(-3_000);
    throw new Error(`${program} ${args[0] ?? ''}: ${said || message}`, { cause: error });
  }
}

/** Whether the machine has a program; `args` are what it is asked to show that, such as `--version`. */
export function isThere(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

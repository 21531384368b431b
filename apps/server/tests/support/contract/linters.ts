import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';
import { javascriptTools, SUITE } from './tools.ts';

/** What a linter says of the description. */
export interface Remark {
  linter: 'redocly' | 'spectral';
  /** Name of the rule. */
  code: string;
  /** Where, and what is wrong. */
  words: string;
}

/** Both linters' remarks on a description, errors and warnings, with their recommended rules. */
export async function lint(description: string, folder: string): Promise<Remark[]> {
  const tools = join(await javascriptTools(), 'node_modules');
  return [
    ...(await redocly(tools, description, folder)),
    ...(await spectral(tools, description, folder)),
  ];
}

async function redocly(tools: string, description: string, folder: string): Promise<Remark[]> {
  const program = join(tools, '@redocly', 'cli', 'bin', 'cli.js');
  const config = ['--config', join(SUITE, 'tools', 'redocly.yaml')];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const args = [program, 'lint', description, ...config, '--format', 'json'];
  const said = await run(process.execPath, args, { cwd: folder, env, saysByItsEnd: true });
  const { problems } = JSON.parse(said) as {
    problems: { ruleId: string; message: string; location: { pointer?: string }[] }[];
  };
  return problems.map(({ ruleId, message, location: [place] }) => ({
    linter: 'redocly',
    code: ruleId,
    words: `${place?.pointer ?? ''} ${message}`,
  }));
}

async function spectral(tools: string, description: string, folder: string): Promise<Remark[]> {
  const program = join(tools, '@stoplight', 'spectral-cli', 'dist', 'index.js');
  const rules = ['-r', join(SUITE, 'tools', 'spectral.yaml')];
  const report = join(folder, 'spectral.json');
  const args = [program, 'lint', description, ...rules, '-f', 'json', '-o', report];
  await run(process.execPath, args, { cwd: folder, saysByItsEnd: true });
  const problems = JSON.parse(await readFile(report, 'utf8')) as {
    code: string;
    message: string;
    path: string[];
  }[];
  return problems.map(({ code, message, path }) => ({
    linter: 'spectral',
    code,
    words: `${path.join('.')} ${message}`,
  }));
}

import { copyFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';
import { javascriptTools, openapiGenerator, pythonTools, SUITE } from './tools.ts';

/** A program that calls a running instance through a client that is generated from its description. */
export interface GeneratedClient {
  generator: string;
  /** What must be on the machine for it: a program and what it is asked to see that it is there. */
  needs: readonly (readonly [string, string])[];
  /**
   * Makes the client in a new folder, compiles it where its language does that, and answers how the program is started;
   * its arguments are the address, a name and password, and the beginning and end of a period.
   * @throws Error where it does not compile
   */
  make(description: string, folder: string): Promise<readonly [string, ...string[]]>;
}

const JAVA = ['java', '-version'] as const;
const MAVEN = ['mvn', '--version'] as const;
const PYTHON = ['python3', '--version'] as const;

export const GENERATED_CLIENTS: readonly GeneratedClient[] = [
  { generator: 'openapi-typescript', needs: [], make: openapiTypescript },
  { generator: 'hey-api', needs: [], make: heyApi },
  { generator: 'openapi-python-client', needs: [PYTHON], make: openapiPythonClient },
  { generator: 'openapi-generator python', needs: [JAVA, MAVEN, PYTHON], make: python },
  { generator: 'openapi-generator go', needs: [JAVA, MAVEN, ['go', 'version']], make: go },
  { generator: 'openapi-generator java', needs: [['javac', '-version'], MAVEN], make: java },
];

const program = (name: string) => join(SUITE, 'programs', name);

async function openapiTypescript(description: string, folder: string) {
  const tools = await typescriptFolder(folder);
  const cli = join(tools, 'openapi-typescript', 'bin', 'cli.js');
  // What has a default may be left out of a request: openapi-typescript takes it for what an answer always has.
  const args = [description, '-o', join(folder, 'schema.ts'), '--default-non-nullable', 'false'];
  await run(process.execPath, [cli, ...args]);
  return compiled(tools, folder, 'openapi-fetch.ts');
}

async function heyApi(description: string, folder: string) {
  const tools = await typescriptFolder(folder);
  const cli = join(tools, '@hey-api', 'openapi-ts', 'bin', 'run.js');
  const args = ['-i', description, '-o', join(folder, 'hey-api'), '--no-log-file'];
  await run(process.execPath, [cli, ...args], { cwd: folder });
  return compiled(tools, folder, 'hey-api.ts');
}

/** A folder that finds the tools' packages; answers where they are. */
async function typescriptFolder(folder: string): Promise<string> {
  const tools = join(await javascriptTools(), 'node_modules');
  await symlink(tools, join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  return tools;
}

async function compiled(tools: string, folder: string, name: string) {
  await copyFile(program(name), join(folder, name));
  const compilerOptions = {
    ...{ strict: true, noUncheckedIndexedAccess: true, noEmit: true, skipLibCheck: true },
    ...{ target: 'es2023', module: 'esnext', moduleResolution: 'bundler' },
    ...{ lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'] },
  };
  const config = join(folder, 'tsconfig.json');
  await writeFile(config, JSON.stringify({ compilerOptions, files: [name] }));
  await run(process.execPath, [join(tools, 'typescript', 'bin', 'tsc'), '-p', config]);
  const bundle = join(folder, 'program.js');
  const args = [name, '--bundle', '--platform=node', '--format=esm', `--outfile=${bundle}`];
  await run(join(tools, '.bin', 'esbuild'), args, { cwd: folder });
  return [process.execPath, bundle] as const;
}

async function openapiPythonClient(description: string, folder: string) {
  const python = join(await pythonTools(), 'bin', 'python');
  const made = join(folder, 'made');
  const args = ['generate', '--path', description, '--output-path', made, '--meta', 'none'];
  const config = join(folder, 'config.yaml');
  await writeFile(config, 'post_hooks: []\n');
  await run(python, ['-m', 'openapi_python_client', ...args, '--config', config]);
  return inPython(python, made, 'tidemark_client', 'openapi_python_client.py', folder);
}

async function python(description: string, folder: string) {
  const made = await generated('python', [], description, folder);
  const python = join(await pythonTools(), 'bin', 'python');
  return inPython(python, join(made, 'tidemark'), 'tidemark', 'openapi_generator.py', folder);
}

/** A program beside the package that it imports; all of the package is compiled. */
async function inPython(python: string, made: string, named: string, name: string, folder: string) {
  const place = join(folder, 'program');
  await cp(made, join(place, named), { recursive: true });
  await copyFile(program(name), join(place, name));
  await run(python, ['-m', 'compileall', '-q', place]);
  return [python, join(place, name)] as const;
}

async function go(description: string, folder: string) {
  const properties = [
    '--git-host',
    'example.org',
    '--git-user-id',
    '.',
    '--git-repo-id',
    'tidemark',
  ];
  const made = await generated('go', properties, description, folder);
  await mkdir(join(made, 'calls'));
  await copyFile(program('main.go'), join(made, 'calls', 'main.go'));
  await run('go', ['mod', 'edit', '-module', 'example.org/tidemark'], { cwd: made });
  const binary = join(folder, 'calls');
  await run('go', ['build', './...'], { cwd: made });
  await run('go', ['build', '-o', binary, './calls'], { cwd: made });
  return [binary] as const;
}

async function java(description: string, folder: string) {
  const made = await generated('java', ['--library', 'native'], description, folder);
  await copyFile(program('Calls.java'), join(made, 'src', 'main', 'java', 'Calls.java'));
  const packages = join(made, 'packages.txt');
  const goals = ['compile', 'dependency:build-classpath', `-Dmdep.outputFile=${packages}`];
  await run('mvn', ['-q', '-B', ...goals], { cwd: made });
  const classes = join(made, 'target', 'classes');
  return [
    'bash',
    '-c',
    `exec java -cp "${classes}:$(cat ${packages})" Calls "$@"`,
    'calls',
  ] as const;
}

async function generated(
  language: string,
  args: readonly string[],
  description: string,
  folder: string,
): Promise<string> {
  const made = join(folder, 'made');
  const named = ['--package-name', 'tidemark', ...args];
  const task = ['generate', '-g', language, '-i', description, '-o', made, ...named];
  await run('java', ['-jar', await openapiGenerator(), ...task]);
  return made;
}

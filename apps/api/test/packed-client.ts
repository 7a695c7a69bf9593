import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CLIENT = 'clients/typescript';

/** `@corteo/client` as `npm pack` makes it, installed in a folder of its own. */
export interface PackedClient {
  /** The files of the package. */
  readonly files: readonly string[];
  /** What the package exports; its types are checked by the examples of its README. */
  readonly exports: any;
  /** Compiles a program that imports the package, and runs it. */
  run(program: string, environment: Readonly<Record<string, string>>): Promise<string>;
  drop(): Promise<void>;
}

/** Packs the client from a copy of its sources, and installs it. */
export async function packClient(): Promise<PackedClient> {
  const folder = await mkdtemp(join(tmpdir(), 'corteo-client-'));
  await copySources(folder);
  const files = await pack(folder);
  const user = join(folder, 'user');
  await install(folder, user);
  return {
    files,
    exports: await import(pathToFileURL(join(user, 'node_modules/@corteo/client/dist/index.js')).href),
    run: (program, environment) => runProgram(user, program, environment),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function copySources(folder: string): Promise<void> {
  const isSource = (path: string): boolean => !/[/](generated|dist)$/.test(path);
  await cp(CLIENT, join(folder, CLIENT), { recursive: true, filter: isSource });
  await mkdir(join(folder, 'apps/api'), { recursive: true });
  await cp('apps/api/openapi.json', join(folder, 'apps/api/openapi.json'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
}

async function pack(folder: string): Promise<string[]> {
  const cwd = join(folder, CLIENT);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd });
  const [{ files }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  return files.map(({ path }: { path: string }) => path);
}

async function install(folder: string, user: string): Promise<void> {
  const { name, version } = JSON.parse(await readFile(join(CLIENT, 'package.json'), 'utf8'));
  const home = join(user, 'node_modules', name);
  await mkdir(home, { recursive: true });
  const archive = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  await run('tar', ['-xzf', archive, '-C', home, '--strip-components=1']);
  await writeFile(join(user, 'package.json'), '{ "type": "module" }');
}

async function runProgram(
  user: string,
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const file = join(user, 'program.ts');
  await writeFile(file, program);
  await compile(user, file);
  const { stdout } = await run(process.execPath, [file], { cwd: user, env: environment });
  return stdout;
}

async function compile(user: string, file: string): Promise<void> {
  const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
  const options = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
  const words = [resolve('node_modules/typescript/bin/tsc'), ...options, ...types, file];
  await run(process.execPath, words, { cwd: user }).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
}

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';

/**
 * Does what a Dockerfile says, each stage in a folder of its own, with the Node and npm that run this. What asks for an
 * image, a user or a port is passed over.
 * @param file of the checkout that is the context
 * @param folder where the stages go
 * @returns of the last stage: its folder and variables, its command, and its health check
 */
export function layOut(file, folder) {
  const stages = [];
  for (const [word, rest] of readInstructions(file)) {
    if (word === 'FROM') stages.push(begin(rest, join(folder, `${stages.length}`)));
    else STEPS[word]?.(stages.at(-1), rest, stages);
  }
  return stages.at(-1);
}

function readInstructions(file) {
  const text = readFileSync(file, 'utf8')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ');
  return text.split('\n').flatMap((line) => {
    const [, word, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    return word ? [[word, rest]] : [];
  });
}

function begin(rest, root) {
  const name = / AS (\w+)$/.exec(rest)?.[1];
  const { PATH, HOME } = process.env;
  return { name, root, folder: root, env: { PATH, HOME, npm_config_prefer_offline: 'true' } };
}

const STEPS = {
  WORKDIR(stage, path) {
    stage.folder = join(stage.root, path);
    mkdirSync(stage.folder, { recursive: true });
  },

  ENV(stage, rest) {
    for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g))
      stage.env[name] = value
        .replace(/^\//, `${stage.root}/`)
        .replace(/\$(\w+)/g, (_, known) => stage.env[known]);
  },

  COPY(stage, rest, stages) {
    const from = /--from=(\w+) /.exec(rest)?.[1];
    const origin = from ? stages.find(({ name }) => name === from).root : process.cwd();
    const words = rest.split(' ').filter((word) => !word.startsWith('--'));
    const target = resolve(stage.folder, words.at(-1));
    for (const word of words.slice(0, -1)) copy(join(origin, word), target, words.at(-1).endsWith('/'));
  },

  RUN(stage, rest) {
    const command = rest.replaceAll(/--mount=\S+ /g, '');
    // All packages are there already, as this checkout has them.
    if (/\bnpm ci\b/.test(command) && !command.includes('--omit=dev'))
      symlinkSync(resolve('node_modules'), join(stage.folder, 'node_modules'));
    else execFileSync('sh', ['-c', command], { cwd: stage.folder, env: stage.env, stdio: 'inherit' });
  },

  HEALTHCHECK(stage, rest) {
    stage.healthcheck = JSON.parse(/ CMD (\[.*)$/.exec(rest)[1]);
  },

  CMD(stage, rest) {
    stage.command = JSON.parse(rest);
  },
};

/** The content of a folder, or a file, but for what the context leaves out. */
function copy(from, target, intoFolder) {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
  const filter = (path) => !ignored.includes(relative(process.cwd(), path));
  const isFile = statSync(from).isFile();
  cpSync(from, isFile && intoFolder ? join(target, basename(from)) : target, { recursive: true, filter });
}

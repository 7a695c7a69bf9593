/**
 * Stands before everything that npm runs here: says in one sentence what is missing, where something is, and with
 * `--build` builds what is not built, or not as the sources are now.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Another Node than ours may read this, an older one too.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const missing = findMissing();
if (missing) {
  console.error(missing);
  process.exit(1);
}
if (process.argv.includes('--build')) {
  const { ensureBuilt } = await import('./build.js');
  process.exitCode = ensureBuilt();
}

function findMissing() {
  if (!existsSync('node_modules')) return 'The packages are not installed: run “npm ci” first.';
  const needed = JSON.parse(readFileSync('package.json', 'utf8')).dependencies.node.split('.')[0];
  if (Number(process.versions.node.split('.')[0]) >= Number(needed)) return undefined;
  return `Corteo needs Node ${needed}, which “npm ci” brings along unless it is told --ignore-scripts, and this is Node ${process.versions.node}: run “npm ci” again without that (or “npm rebuild node”), or use Node ${needed} yourself.`;
}

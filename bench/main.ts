import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { runBenchmark } from './bench.js';
import { compareResults } from './compare.js';
import { readOptions } from './options.js';

const options = readOptions(process.argv.slice(2));
if (options.compare.length > 0) console.log(await compareResults(options.compare));
else {
  const results = await runBenchmark(options);
  await mkdir('var/bench', { recursive: true });
  const file = `var/bench/${options.visits}.json`;
  await writeFile(file, JSON.stringify(results, null, 2));
  console.log(`\nKept in ${file}.`);
}

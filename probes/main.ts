import 'reflect-metadata';
import { readOptions } from './options.js';
import { chooseProbes } from './probes.js';
import { runProbes } from './run.js';

const { only, extent } = readOptions(process.argv.slice(2));
process.exit((await runProbes(chooseProbes(only), extent)) ? 0 : 1);

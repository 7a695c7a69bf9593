import 'reflect-metadata';
import { runCommandLine } from './command-line.js';

// Whoever reads along may have read enough: “corteo --help | head”.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2), process.env);

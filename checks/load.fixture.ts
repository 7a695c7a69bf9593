/** Loads a file, and tells which packages that took, and how many milliseconds of work. */
import { registerHooks } from 'node:module';

const packages: string[] = [];
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    if (resolved.url.includes('/node_modules/')) packages.push(specifier);
    return resolved;
  },
});
// Of this thread: what others collect and compile meanwhile depends on how busy the machine is.
const before = process.threadCpuUsage();
await import(process.argv[2]!);
const { user, system } = process.threadCpuUsage(before);
console.log(JSON.stringify({ packages, milliseconds: (user + system) / 1000 }));

import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** A file of the product, not of its tests. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Reads every TypeScript file of the product. */
export async function readSources(): Promise<Source[]> {
  const paths = globSync(['apps/*/src/**/*.ts', 'libs/**/*.ts']);
  const product = paths.filter(
    (path) => !/\.(spec|check|fixture|factory)\.ts$|\/testing(\.ts$|\/)/.test(path),
  );
  return Promise.all(product.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

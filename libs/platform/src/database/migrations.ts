import { readFileSync, readdirSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where they are, beside the libraries, in the sources as in the build. */
const FOLDER = new URL('../../../../migrations/', import.meta.url);
const FILE_NAME = /^(\d{4})-([a-z]+(?:-[a-z]+)*)\.sql$/;
const SECTIONS = /^(?:--.*\n|\n)*-- up\n([^]+)\n-- down\n([^]+)$/;

type Migration = new () => MigrationInterface;

/** Reads every migration of this program, oldest first. */
export function readMigrations(folder = FOLDER): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  if (files.length === 0) throw new Error(`There are no migrations in ${folder.pathname}.`);
  return files.sort().map((file, index) => read(file, index + 1, new URL(file, folder)));
}

function read(file: string, position: number, address: URL): Migration {
  const [, number, title] = FILE_NAME.exec(file) ?? [];
  if (Number(number) !== position)
    throw new Error(`${file} should be named ${String(position).padStart(4, '0')}-short-name.sql.`);
  const [, up, down] = SECTIONS.exec(readFileSync(address, 'utf8')) ?? [];
  if (!up?.trim() || !down?.trim())
    throw new Error(`${file} must have SQL below a line “-- up” and a line “-- down”.`);
  // TypeORM orders migrations by the last 13 characters of their names.
  return make(`${title}${number!.padStart(13, '0')}`, up, down);
}

function make(name: string, up: string, down: string): Migration {
  return class implements MigrationInterface {
    readonly name = name;
    up = (runner: QueryRunner): Promise<void> => runner.query(up);
    down = (runner: QueryRunner): Promise<void> => runner.query(down);
  };
}

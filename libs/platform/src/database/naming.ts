import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** Properties are camelCase, columns snake_case; those of an object within an entity begin with what it is called there. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(
    property: string,
    customName: string | undefined,
    within: readonly string[] = [],
  ): string {
    return [...within.map(snakeCase), customName ?? snakeCase(property)].join('_');
  }
}

/** `createdById` → `created_by_id`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

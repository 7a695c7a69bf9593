import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** Properties are camelCase, columns snake_case. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, customName: string | undefined): string {
    return customName ?? snakeCase(property);
  }
}

/** `createdById` → `created_by_id`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

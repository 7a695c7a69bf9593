import { IsWhole, MayBeNull } from '#platform';
import type { Locator } from './citation.rules.js';

/** Where in a source something stands: a page, a paragraph, a range of its text. */
export class LocatorDto implements Locator {
  /**
   * The page, counted from 1.
   * @example 2
   */
  @MayBeNull()
  @IsWhole(1, 100_000)
  page?: number | null;

  /**
   * The paragraph, counted from 1.
   * @example 3
   */
  @MayBeNull()
  @IsWhole(1, 100_000)
  paragraph?: number | null;

  /**
   * The character of the text that it begins with, counted from 0; one of any script counts once.
   * @example 2
   */
  @MayBeNull()
  @IsWhole(0, 200_000)
  start?: number | null;

  /**
   * The character of the text that it ends before; beyond the text where this has become shorter since.
   * @example 25
   */
  @MayBeNull()
  @IsWhole(1, 200_000)
  end?: number | null;
}

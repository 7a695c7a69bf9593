import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { MOST_TOLD, SIMILARITIES, type Similarity } from './similar.rules.js';

/** A record that may be the same as another. */
export class SimilarView {
  /**
   * The id of the record.
   * @format uuid
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its name, chosen by `Accept-Language`.
   * @example "Luo Qiang"
   */
  name: string;

  /**
   * What the two have in common, surest first: a name in any language, also a former one, however it is spelled
   * (`same_name`); the acronym, as organizations of one city (`same_acronym_and_city`); the family and the given name of
   * people, in either order (`same_family_and_given_name`); the e-mail address, which counts for people only for who has
   * `contacts:read` (`same_email`); the host of the website (`same_website`).
   */
  @ApiProperty({ enum: SIMILARITIES, isArray: true, example: ['same_name', 'same_email'] })
  why: Similarity[];
}

/** The class of the answer to what is recorded as `view` shows it. */
export function CreatedOf<V extends object>(view: Type<V>): Type<V & { similar?: SimilarView[] }> {
  class CreatedView extends (view as Type<object>) {
    @ApiProperty({
      type: [SimilarView],
      required: false,
      maxItems: MOST_TOLD,
      description:
        'What was there before and may be the same, surest first, at most ten; left out where nothing may, and in every other answer.',
    })
    similar?: SimilarView[];
  }
  return CreatedView as Type<V & { similar?: SimilarView[] }>;
}

import { ReferenceView } from '#platform';

/** A record of any kind that another is about. */
export class SubjectView extends ReferenceView {
  /**
   * What kind of record it is.
   * @example "place"
   */
  kind: string;
}

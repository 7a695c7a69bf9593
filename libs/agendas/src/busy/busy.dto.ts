/** That somebody or a place is busy, and when: all that is told of an item to those who may not see its event. */
export class BusyView {
  /**
   * True; what the item is, is not told.
   * @example true
   */
  busy: true;

  /**
   * When it starts (RFC 3339, UTC).
   * @example "2018-07-12T07:30:00.000Z"
   */
  startsAt: string;

  /**
   * When it ends (RFC 3339, UTC).
   * @example "2018-07-12T09:00:00.000Z"
   */
  endsAt: string | null;
}

/** How the server is. */
export class HealthView {
  /**
   * Always `ok`; a server that is not answers with a problem.
   * @example "ok"
   */
  status: 'ok';
}

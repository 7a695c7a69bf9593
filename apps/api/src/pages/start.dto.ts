/** What this server is, and where to go on. */
export class StartView {
  /**
   * What it is called.
   * @example "Corteo"
   */
  name: string;

  /**
   * What it is.
   * @example "Delegations, visits and forums of an international-relations office."
   */
  about: string;

  /**
   * Where the interface is documented and can be tried out, for people.
   * @example "/docs"
   */
  documentation: string;

  /**
   * The same as OpenAPI 3.1, for programs.
   * @example "/openapi.json"
   */
  openapi: string;

  /**
   * Who is calling, and what they may do: the first thing to ask with an access token.
   * @example "/v1/me"
   */
  me: string;

  /**
   * The calendar of public forums, to subscribe to.
   * @example "/v1/calendars/forums.ics"
   */
  calendar: string;

  /**
   * What each code of a refusal means.
   * @example "/problems"
   */
  problems: string;

  /**
   * Whether requests can be answered now.
   * @example "/health/ready"
   */
  health: string;
}

/** How much of everything there is. */
export interface Sizes {
  readonly visits: number;
  readonly forums: number;
  readonly people: number;
  readonly organizations: number;
  readonly agreements: number;
}

/** What follows from visits stops growing here: a million follow-ups are measured, not ten. */
const MOST_AGREEMENTS = 100_000;

/** The sizes that go with a number of visits. */
export function sizesFor(visits: number): Sizes {
  return {
    visits,
    forums: Math.ceil(visits / 10),
    people: Math.ceil(visits * 0.3),
    organizations: Math.ceil(visits * 0.2),
    agreements: Math.min(visits, MOST_AGREEMENTS),
  };
}

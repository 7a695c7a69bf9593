import { DossierFiles, DossierImports, type ImportPlanView } from '#dossiers';
import { importFiles } from '../../../cli/src/import.command.js';
import type { Office } from '../office.js';

/** The dossiers of the demo, each with one story. */
export const STORIES = [
  'turin-beijing',
  'guiyang-naples-rome',
  'putuo-kunshan-changshu',
  'yangtze-delta-summit',
  'chongqing-innovation',
] as const;

export type Story = (typeof STORIES)[number];

/** The records of a story, by their sections and keys: `visits.turin.agenda.meetings`. */
export class StoryRecords {
  private readonly ids: ReadonlyMap<string, string>;

  constructor(entries: ImportPlanView['entries']) {
    this.ids = new Map(entries.map(({ path, id }) => [path.replaceAll('/', '.'), id!]));
  }

  /** The id of a record. */
  id(record: string): string {
    const id = this.ids.get(record);
    if (!id) throw new Error(`The story has no record “${record}”.`);
    return id;
  }

  /** The address of a record; a figure has its own wherever it is written. */
  at(record: string): string {
    const [section = '', key = '', inner, ...further] = record.split('.');
    if (inner === 'figures') return `/v1/figures/${this.id(record)}`;
    const whole = `/v1/${kebabCase(section)}/${this.id(`${section}.${key}`)}`;
    return further.length > 0 ? `${whole}/${inner}/${this.id(record)}` : whole;
  }

  /** How many records a section has, wherever it stands. */
  countOf(section: string): number {
    return [...this.ids.keys()].filter((record) => record.split('.').at(-2) === section).length;
  }

  /** What the story calls the record with an id. */
  keyOf(id: string): string | undefined {
    return [...this.ids].find(([, known]) => known === id)?.[0];
  }
}

/** Imports stories of the demo, one after the other, as the command line does. */
export async function importStories<S extends Story>(
  office: Office,
  ...stories: readonly S[]
): Promise<Readonly<Record<S, StoryRecords>>> {
  const records: [S, StoryRecords][] = [];
  for (const story of stories)
    records.push([story, new StoryRecords((await importStory(office, story)).entries)]);
  return Object.fromEntries(records) as Record<S, StoryRecords>;
}

/** Imports one story of the demo, and tells what became of its records. */
export function importStory(office: Office, story: Story): Promise<ImportPlanView> {
  const takesIn = { files: office.provider(DossierFiles), imports: office.provider(DossierImports) };
  return importFiles(takesIn, [`demo/${story}.yaml`]);
}

function kebabCase(section: string): string {
  return section.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

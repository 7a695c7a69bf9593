import type { Client } from '../traffic/client.js';
import { type Accepted, findAccepted } from './accepted.js';
import { type Document, type Operation, readDocument, resolve } from './document.js';
import type { Sound } from './faults.js';
import { type Records, makeRecords } from './records.js';
import { sampleOf } from './sample.js';

const NOBODY = '019a8f3e-4c00-7000-8000-00000000ffff';

interface Page {
  readonly items?: readonly { id?: string; fingerprint?: string; number?: number }[];
}

interface Moves {
  readonly allowed?: readonly (string | { readonly to: string })[];
}

/** A server with something of everything in it, and requests that it accepts. */
export class Office {
  private constructor(
    readonly client: Client,
    readonly document: Document,
    private readonly records: Records,
    private readonly others: Records,
  ) {}

  static async open(client: Client): Promise<Office> {
    const document = await readDocument(client);
    return new Office(client, document, await makeRecords(client), await makeRecords(client));
  }

  /** A request that is accepted, or nearly: its body then is the fullest that could be found. */
  async soundRequest(operation: Operation): Promise<Sound & { status: number }> {
    const path = await this.addressOf(operation.template);
    const { body, status } = operation.body
      ? await this.acceptedBody(operation, path)
      : { body: undefined, status: 200 };
    return { operation, path, body, status };
  }

  /** Puts a record in use again that a request has put away. */
  async restore({ template }: Operation, path: string): Promise<void> {
    if (this.document.paths[`${template}/restore`]) await this.client.send('POST', `${path}/restore`);
  }

  /** A real address for a documented one. */
  private async addressOf(template: string): Promise<string> {
    let address = '';
    for (const part of template.split('/').slice(1)) {
      const value = part.includes('{') ? part.replace(/\{\w+\}/, await this.idIn(address, part)) : part;
      address += `/${value}`;
    }
    return address;
  }

  /** The id of something in a collection. */
  private async idIn(collection: string, part: string): Promise<string> {
    if (part === '{code}') return 'record.unknown';
    const known = this.records[collection.replace('/v1/', '')];
    if (known) return known;
    const { json } = await this.client.json<Page>('GET', `${collection}?limit=5&archived=include`);
    const item = json?.items?.[0];
    return item?.id ?? item?.fingerprint ?? item?.number?.toString() ?? NOBODY;
  }

  private async acceptedBody({ method, template, body }: Operation, path: string): Promise<Accepted> {
    const schema = resolve(this.document, body!);
    const sample = sampleOf(this.document, this.records, body!) as Record<string, unknown>;
    const preset = method === 'POST' ? await this.preset(template, path) : {};
    return findAccepted(
      this.client,
      { method, path, required: [...(schema.required ?? []), ...Object.keys(preset)] },
      { ...sample, ...preset },
    );
  }

  /** What the document does not say of what a body needs. */
  private async preset(template: string, path: string): Promise<object> {
    if (template.endsWith('/transitions')) return this.nextMove(path);
    if (template.endsWith('/agreements/{agreementId}/links')) return { toId: this.others.agreements };
    if (template.endsWith('/links')) return { toId: this.others.visits };
    if (template.endsWith('/relations'))
      return { toOrganizationId: this.others.organizations, kind: 'member_of' };
    if (template.endsWith('/travel-times'))
      return { fromPlaceId: this.records.places, toPlaceId: this.others.places };
    if (template.endsWith('/parties')) return { organizationId: await this.newOrganization() };
    if (template.endsWith('/signatories'))
      return { partyId: await this.idIn(path.replace('signatories', 'parties'), '') };
    if (template.endsWith('/members')) return { personId: this.others.people };
    if (template.endsWith('/moves')) return this.moveOf(path.replace('/moves', ''));
    return {};
  }

  private newOrganization(): Promise<string> {
    const names = [{ text: 'Party', lang: 'en', kind: 'official' }];
    return this.client.make('/v1/organizations', { names, kind: 'company' });
  }

  private async nextMove(path: string): Promise<object> {
    const { json } = await this.client.json<Moves>('GET', path);
    const next = json?.allowed?.[0];
    return { to: (typeof next === 'object' ? next.to : next) ?? 'planned', reason: { en: 'Any' } };
  }

  private async moveOf(agenda: string): Promise<object> {
    return { items: [{ id: await this.idIn(agenda, ''), on: '2027-04-13' }] };
  }
}

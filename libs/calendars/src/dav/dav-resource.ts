import type { LinkContent } from '../links/link-content.js';
import { type DavCollection, type Member, collectionOf, collectionsOf } from './dav-collections.js';
import { ROOT, type Target, addressesOf } from './dav-target.rules.js';

/** What is at an address: part of the tree, one calendar, or one member of it. */
export interface DavResource {
  readonly href: string;
  readonly kind: Target['kind'];
  readonly content: LinkContent;
  readonly collection?: DavCollection;
  readonly member?: Member;
}

/** What is at an address that stands for this; null where there is nothing, or no longer. */
export async function resourceAt(target: Target, content: LinkContent): Promise<DavResource | null> {
  const { kind } = target;
  const href = hrefOf(target, content);
  if (!('collection' in target)) return { kind, href, content };
  if (!collectionsOf(content.link).includes(target.collection)) return null;
  const collection = await collectionOf(content, target.collection);
  if (target.kind === 'collection') return { kind, href, content, collection };
  const member = collection.members.get(target.address);
  return member ? memberOf(content, collection, member) : null;
}

/** A member of a calendar. */
export function memberOf(content: LinkContent, collection: DavCollection, member: Member): DavResource {
  const href = `${addressesOf(content.link.id).collection(collection.name)}${member.address}`;
  return { kind: 'member', href, content, collection, member };
}

/** What is directly below something in the tree. */
export async function childrenOf({ kind, content, collection }: DavResource): Promise<DavResource[]> {
  if (kind === 'root') return inTree(content, [{ kind: 'principal' }, { kind: 'home' }]);
  if (kind === 'principals') return inTree(content, [{ kind: 'principal' }]);
  if (kind === 'homes') return inTree(content, [{ kind: 'home' }]);
  if (kind === 'home')
    return inTree(
      content,
      collectionsOf(content.link).map((name) => ({ kind: 'collection', collection: name })),
    );
  if (kind !== 'collection') return [];
  return [...collection!.members.values()].map((member) => memberOf(content, collection!, member));
}

async function inTree(content: LinkContent, targets: readonly Target[]): Promise<DavResource[]> {
  const found = await Promise.all(targets.map((target) => resourceAt(target, content)));
  return found.filter((resource) => resource !== null);
}

function hrefOf(target: Target, { link }: LinkContent): string {
  const { principal, home, collection } = addressesOf(link.id);
  if (target.kind === 'collection') return collection(target.collection);
  if (target.kind === 'member') return `${collection(target.collection)}${target.address}`;
  const places = {
    root: ROOT,
    principals: `${ROOT}principals/`,
    homes: `${ROOT}calendars/`,
    principal,
    home,
  };
  return places[target.kind];
}

import type { OpenLink } from '../links/link-contents.js';
import { type DavCollection, type Member, collectionOf, collectionsOf } from './dav-collections.js';
import { ROOT, type Target, addressesOf } from './dav-target.rules.js';

/** What is at an address: part of the tree, one calendar, or one member of it. */
export interface DavResource {
  readonly href: string;
  readonly kind: Target['kind'];
  readonly account: OpenLink;
  readonly collection?: DavCollection;
  readonly member?: Member;
}

/** What is at an address that stands for this; null where there is nothing, or no longer. */
export async function resourceAt(target: Target, account: OpenLink): Promise<DavResource | null> {
  const { kind } = target;
  const href = hrefOf(target, account);
  if (!('collection' in target)) return { kind, href, account };
  if (!collectionsOf(account.link).includes(target.collection)) return null;
  const collection = await collectionOf(account, target.collection);
  if (target.kind === 'collection') return { kind, href, account, collection };
  const member = collection.members.get(target.address);
  return member ? memberOf(account, collection, member) : null;
}

/** A member of a calendar. */
export function memberOf(account: OpenLink, collection: DavCollection, member: Member): DavResource {
  const href = `${addressesOf(account.link.id).collection(collection.name)}${member.address}`;
  return { kind: 'member', href, account, collection, member };
}

/** What is directly below something in the tree. */
export async function childrenOf({ kind, account, collection }: DavResource): Promise<DavResource[]> {
  if (kind === 'root') return inTree(account, [{ kind: 'principal' }, { kind: 'home' }]);
  if (kind === 'principals') return inTree(account, [{ kind: 'principal' }]);
  if (kind === 'homes') return inTree(account, [{ kind: 'home' }]);
  if (kind === 'home')
    return inTree(
      account,
      collectionsOf(account.link).map((name) => ({ kind: 'collection', collection: name })),
    );
  if (kind !== 'collection') return [];
  return [...collection!.members.values()].map((member) => memberOf(account, collection!, member));
}

async function inTree(account: OpenLink, targets: readonly Target[]): Promise<DavResource[]> {
  const found = await Promise.all(targets.map((target) => resourceAt(target, account)));
  return found.filter((resource) => resource !== null);
}

function hrefOf(target: Target, { link }: OpenLink): string {
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

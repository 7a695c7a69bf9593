import { type Filter, readRange } from './dav-filter.rules.js';
import { type XmlElement, childOf } from './dav-xml.js';

/** What a filter cannot be: not one of the protocol, or one that is not known here. */
export type FilterFault = 'c:valid-filter' | 'c:supported-filter';

const KNOWN = ['c:comp-filter', 'c:time-range', 'c:is-not-defined'];

/** Reads the filter of a query (RFC 4791, 9.7): a component, and a time. */
export function readFilter(query: XmlElement): Filter | FilterFault {
  const calendar = childOf(childOf(query, 'c:filter') ?? query, 'c:comp-filter');
  if (calendar?.attributes.name !== 'VCALENDAR') return 'c:valid-filter';
  const components = calendar.children.filter(({ name }) => name === 'c:comp-filter');
  if (components.length === 0 && calendar.children.length === 0)
    return { component: null, isNegative: false, range: null };
  const [component] = components;
  const isKnown = [...calendar.children, ...(component?.children ?? [])].every(({ name }) =>
    KNOWN.includes(name),
  );
  if (components.length !== 1 || calendar.children.length !== 1 || !isKnown) return 'c:supported-filter';
  return readComponent(component!);
}

function readComponent(filter: XmlElement): Filter | FilterFault {
  const { name } = filter.attributes;
  if (!name) return 'c:valid-filter';
  if (childOf(filter, 'c:comp-filter')) return 'c:supported-filter';
  const time = childOf(filter, 'c:time-range');
  const range = time ? readRange(time.attributes) : null;
  if (time && !range) return 'c:valid-filter';
  return { component: name, isNegative: childOf(filter, 'c:is-not-defined') !== undefined, range };
}

import type { CreateAgendaItem } from './items/agenda-input.dto.js';

export { type ItemTimes, timesAt } from './items/item-time.rules.js';
export {
  AUDIENCES,
  DAY_PARTS,
  ITEM_KINDS,
  ITEM_STATUSES,
  STANDINGS,
  type Standing,
} from './items/agenda-item.rules.js';

/** The body that adds an item to an agenda: the meeting at Città della Scienza, unless told otherwise. */
export function anAgendaItem(overrides: Partial<CreateAgendaItem> = {}): CreateAgendaItem {
  return {
    kind: 'meeting',
    title: { en: 'Welcome at Città della Scienza' },
    on: '2018-07-12',
    ...overrides,
  };
}

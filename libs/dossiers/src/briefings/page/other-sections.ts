import { type Markup, joined, markup } from '#platform';
import type { BriefingEvent, BriefingPromise } from '../briefing-events.dto.js';
import type { BriefingMember, BriefingPerson, BriefingPosition } from '../briefing-people.dto.js';
import type { BriefingView } from '../briefing.dto.js';
import { amount, aside, date, dates, mark, name, names, say } from './phrases.js';
import { section } from './sections.js';
import type { Words } from './words.js';

/** Who is there, as a page tells it. */
export function tellPeople(briefing: BriefingView, words: Words): Markup[] {
  const { call } = words;
  return [
    section('members', briefing.members, { words, most: 14, item: (one) => tellMember(one, words) }),
    section('positions', briefing.positions, { words, most: 6, item: (one) => tellPosition(one, words) }),
    section('delegations', briefing.delegations, {
      words,
      most: 3,
      item: (one) => markup`${name(one, words)}${aside([call(one.role), call(one.status)])}`,
    }),
    section('organizations', briefing.organizations, {
      words,
      most: 8,
      item: (one) => markup`${name(one, words)}${aside([call(one.kind)])}`,
    }),
    section('people', briefing.people, { words, most: 8, item: (one) => tellPerson(one, words) }),
  ];
}

/** What happened and what comes, as a page tells it. */
export function tellEvents(briefing: BriefingView, words: Words): Markup[] {
  const item = (one: BriefingEvent): Markup => tellEvent(one, words);
  return [
    section('comingVisits', briefing.comingVisits, { words, most: 3, item }),
    section('pastVisits', briefing.pastVisits, { words, most: 5, item }),
    section('forums', briefing.forums, { words, most: 3, item }),
  ];
}

/** What binds and what is to be done, as a page tells it. */
export function tellPromises(briefing: BriefingView, words: Words): Markup[] {
  const { call } = words;
  return [
    section('agreements', briefing.agreements, {
      words,
      most: 5,
      item: (one) =>
        markup`${name(one, words)}${aside([
          one.kind && call(one.kind),
          call(one.status),
          one.ends !== null && `${words.say('until')} ${date(one.ends, words)}`,
          one.expiring && markup`<strong>${words.say('expiring')}</strong>`,
        ])}: ${names(one.parties.slice(0, 4), words)}`,
    }),
    section('promises', briefing.promises, { words, most: 7, item: (one) => tellPromise(one, words) }),
    section('followUps', briefing.followUps, {
      words,
      most: 7,
      item: (one) =>
        markup`${say(one.title, words)}${mark(one, words)}${aside([names([one.owner], words), ...dueOf(one, words), call(one.status)])}`,
    }),
  ];
}

function tellMember(member: BriefingMember, words: Words): Markup {
  const title = joined([say(member.title, words, { most: 80 }), names([member.organization], words)], ', ');
  return markup`${name(member, words)}${aside([words.call(member.role), amount(member.quantity, words)])}
  ${title}`;
}

function tellPosition(position: BriefingPosition, words: Words): Markup {
  const time = joined([date(position.since, words), date(position.until, words)], ' – ');
  return markup`${say(position.title, words, { most: 90 })},
  ${names([position.organization], words)}${aside([time, position.ended && words.say('ended')])}${mark(position, words)}`;
}

function tellPerson(person: BriefingPerson, words: Words): Markup {
  const positions = person.positions
    .slice(0, 2)
    .map(
      (one) =>
        markup`${say(one.title, words, { most: 80 })}, ${names([one.organization], words)}${mark(one, words)}`,
    );
  return markup`${name(person, words)} ${joined(positions, '; ')}`;
}

function tellEvent(event: BriefingEvent, words: Words): Markup {
  const facts = [dates(event, words), names([event.place], words), words.call(event.status)];
  const outcomes = event.outcomes.slice(0, 2).map(
    (one) =>
      markup`<li>
          ${say(one.text, words)}${mark(one, words)}${aside([words.call(one.status), amount(one.quantity, words)])}
        </li>`,
  );
  return markup`${name(event, words)}${aside(facts)}${
    outcomes.length > 0 &&
    markup`<ul>
      ${outcomes}
    </ul>`
  }`;
}

function tellPromise(promise: BriefingPromise, words: Words): Markup {
  const by = names(promise.by.slice(0, 3), words);
  const who = by.text !== '' && markup`${words.say('by')} ${by}`;
  return markup`${say(promise.text, words)}${mark(promise, words)}${aside([who, ...dueOf(promise, words), words.call(promise.status)])}`;
}

function dueOf(
  { due, overdue }: { due: string | null; overdue: boolean },
  words: Words,
): (Markup | string | false)[] {
  return [
    due !== null && `${words.say('dueBy')} ${date(due, words)}`,
    overdue && markup`<strong>${words.say('overdue')}</strong>`,
  ];
}

import { type Markup, joined, markup } from '#platform';
import type {
  BriefingEntry,
  BriefingFigure,
  BriefingPillar,
  BriefingProgramme,
  BriefingQuestion,
  BriefingRelationship,
  BriefingStatement,
  BriefingTerm,
} from '../briefing-knowledge.dto.js';
import type { BriefingView } from '../briefing.dto.js';
import { shareOf } from './lengths.js';
import { amount, aside, date, dates, mark, name, names, say } from './phrases.js';
import { section } from './sections.js';
import type { Words } from './words.js';

const MOST_PILLARS = 6;
const MOST_MEASURES = 4;

/** What is known of it, as a page tells it. */
export function tellKnowledge(briefing: BriefingView, words: Words): Markup[] {
  return [
    section('profile', briefing.profile, { words, most: 2, item: (one) => tellEntry(one, words, 500) }),
    section('figures', briefing.figures, { words, most: 8, item: (one) => tellFigure(one, words) }),
    section('programmes', briefing.programmes, { words, most: 2, item: (one) => tellProgramme(one, words) }),
    section('policies', briefing.policies, { words, most: 6, item: (one) => tellEntry(one, words) }),
    section('glossary', briefing.glossary, { words, most: 6, item: (one) => tellTerm(one, words) }),
    section('statements', briefing.statements, { words, most: 2, item: (one) => tellStatement(one, words) }),
  ];
}

/** What is not known, as a page tells it. */
export function tellQuestions({ questions }: BriefingView, words: Words): Markup {
  const item = (one: BriefingQuestion): Markup =>
    markup`${say(one.text, words)}${aside([say(one.entry.name, words, { most: 60 })])}`;
  return section('questions', questions, { words, most: 6, item });
}

/** What it is to others, as a page tells it. */
export function tellRelationships({ relationships }: BriefingView, words: Words): Markup {
  const item = (one: BriefingRelationship): Markup => {
    const facts = [words.call(one.kind), one.trend && words.call(one.trend), date(one.since, words)];
    const recent = one.recent.map(
      (occasion) =>
        markup`<li>${dates(occasion, words)} ${say(occasion.name, words, { most: 80 })}${aside([words.call(occasion.status)])}</li>`,
    );
    return markup`${name(one, words)}${aside([names([one.place, one.organization], words), ...facts])}
    ${one.basis && markup`: ${say(one.basis, words)}`}${
      recent.length > 0 &&
      markup`<ul>
        ${recent}
      </ul>`
    }`;
  };
  return section('relationships', relationships, { words, most: 3, item });
}

function tellEntry(entry: BriefingEntry, words: Words, most = 140): Markup {
  const facts = [
    entry.level && words.call(entry.level),
    entry.status !== 'unknown' && words.call(entry.status),
  ];
  const text =
    entry.text &&
    entry.text !== entry.name &&
    markup`: ${say(entry.text, words, { most, lang: entry.lang })}`;
  return markup`${name(entry, words)}${aside([...facts, date(entry.since, words)])}${text}${tellFigures(entry, words)}`;
}

function tellFigures({ figures }: BriefingEntry, words: Words): Markup {
  const shown = figures.slice(0, shareOf(MOST_MEASURES, words.share)).map((one) => tellFigure(one, words));
  return shown.length > 0 ? markup`<br /><span class="small">${joined(shown, '; ')}</span>` : markup``;
}

function tellFigure(figure: BriefingFigure, words: Words): Markup {
  const { rank, among, asOf, yearsRunning, due } = figure;
  const facts = [
    say(among, words, { most: 60 }),
    yearsRunning !== null && `${yearsRunning} ${words.say('yearsRunning')}`,
    due !== null && `${words.say('dueBy')} ${date(due, words)}`,
    date(asOf, words),
  ];
  const value = joined(
    [amount(figure.quantity, words), rank !== null && `${words.say('rank')} ${rank}`],
    ', ',
  );
  return markup`${say(figure.metric, words, { most: 90 })}: ${value}${aside(facts)}${mark(figure, words)}`;
}

function tellProgramme(programme: BriefingProgramme, words: Words): Markup {
  const pillars = programme.parts
    .slice(0, shareOf(MOST_PILLARS, words.share))
    .map((one) => markup`<li>${tellPillar(one, words)}</li>`);
  return markup`${tellEntry(programme, words)}${
    pillars.length > 0 &&
    markup`<ol>
      ${pillars}
    </ol>`
  }${tellRest(programme.partCount - pillars.length, words)}`;
}

function tellPillar(pillar: BriefingPillar, words: Words): Markup {
  const measures = pillar.parts
    .slice(0, shareOf(MOST_MEASURES, words.share))
    .map((one) => markup`${say(one.name, words, { most: 60 })}${mark(one, words)}${tellFigures(one, words)}`);
  const rest = tellRest(pillar.partCount - measures.length, words);
  return markup`${tellEntry(pillar, words, 80)}${measures.length > 0 && markup`<br />${joined(measures, '; ')}`}${rest}`;
}

function tellRest(count: number, words: Words): Markup {
  return count > 0 ? markup` <span class="small">(+${count} ${words.say('more')})</span>` : markup``;
}

function tellTerm(term: BriefingTerm, words: Words): Markup {
  const perhaps = term.hypotheses.slice(0, 2).map(
    (one) =>
      markup`${words.say('perhaps')}
        ${say(one.text, words, { most: 90 })}${mark({ ...one, disputed: false }, words)}`,
  );
  const undefinedYet = term.text === null && perhaps.length === 0 && markup`: ${words.say('noDefinition')}`;
  return markup`${tellEntry({ ...term, status: 'unknown' }, words)}${undefinedYet}${perhaps.length > 0 && markup` – ${joined(perhaps, '; ')}`}`;
}

function tellStatement(statement: BriefingStatement, words: Words): Markup {
  const who = joined(
    [names([statement.speaker], words), say(statement.officeHeld, words, { most: 80 })],
    ', ',
  );
  const text = say(statement.text ?? statement.name, words, {
    lang: statement.text && statement.lang,
    most: 200,
  });
  return markup`<q>${text}</q>${mark(statement, words)}${aside([who, names([statement.event], words)])}`;
}

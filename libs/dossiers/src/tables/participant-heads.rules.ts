import { ID, NOTES } from './common-heads.rules.js';
import type { HeadFields } from './heads.rules.js';
import { PERSON_HEADS } from './people-heads.rules.js';
import { RESPONSE_WORDS, ROLE_WORDS, SIDE_WORDS } from './participant-words.rules.js';

/** What a list of those who take part in an event has. */
export const PARTICIPANT_HEADS: HeadFields = {
  ...PERSON_HEADS,
  role: {
    sort: 'mode',
    words: [
      'ruolo|funzione|partecipa come|tipo partecipante|ruolo nell’evento',
      'function|takes part as|participant role|attending as|participant type',
      '角色|身份|参会身份|参会角色',
    ],
    holds: ROLE_WORDS,
  },
  title: {
    words: [
      'carica|qualifica|titolo|ruolo|incarico|posizione|funzione',
      'position|job title|role|post|function',
      '职务|职位|头衔|身份|职称|岗位',
    ],
    inLanguages: true,
  },
  side: { words: ['parte|lato|ospite o ospitante', 'host or guest', '方|所属方'], holds: SIDE_WORDS },
  response: {
    sort: 'status',
    words: [
      'risposta|conferma|stato|esito|presenza|adesione|confermato|partecipazione',
      'status|reply|rsvp|confirmation|attendance|confirmed|attending|participation',
      '回复|状态|确认|出席情况|是否参加|参加|是否出席|出席|回执',
    ],
    holds: RESPONSE_WORDS,
  },
  onBehalfOf: {
    words: ['per conto di|in rappresentanza di', 'on behalf of|representing', '代表'],
    inLanguages: true,
  },
  speakingOrder: {
    words: [
      'ordine degli interventi|ordine di intervento|ordine',
      'order of speaking|speaking order|order',
      '发言顺序|顺序|演讲顺序',
    ],
  },
  seat: {
    sort: 'number',
    words: ['posto|posto a sedere|tavolo', 'table|seating|seat', '座位|座位号|座次|席位|桌号|桌'],
  },
  notes: NOTES,
  id: ID,
};

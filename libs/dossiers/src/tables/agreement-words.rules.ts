import type { ClosedWords } from './words.rules.js';

/** What offices call the kinds of agreements. */
export const AGREEMENT_KIND_WORDS: ClosedWords = {
  mou: [
    'memorandum d’intesa|memorandum di intesa|protocollo d’intesa|memorandum',
    'memorandum of understanding',
    '谅解备忘录|备忘录',
  ],
  moa: ['memorandum d’accordo', 'memorandum of agreement', '协议备忘录'],
  letter_of_intent: ['lettera d’intenti|lettera di intenti', 'loi', '意向书|意向函'],
  framework: ['accordo quadro', 'framework agreement', '框架协议'],
  joint_lab: ['laboratorio congiunto', 'joint laboratory', '联合实验室'],
  sister_city: ['gemellaggio', 'twinning|sister cities|twin town', '友好城市|姐妹城市|友城'],
  friendship_city: [
    'patto di amicizia|città amica',
    'friendship agreement|friendship cities',
    '友好交流城市|友好合作城市',
  ],
  protocol: ['protocollo|protocollo di cooperazione', 'cooperation protocol', '议定书'],
  implementing: [
    'accordo attuativo|accordo esecutivo',
    'implementing agreement|implementation agreement',
    '实施协议|执行协议',
  ],
  joint_declaration: ['dichiarazione congiunta', 'joint statement', '联合声明|共同声明'],
  other: ['altro|accordo|intesa', 'others|agreement', '其他|其它|协议'],
};

/** What offices say of where an agreement stands. */
export const AGREEMENT_STATUS_WORDS: ClosedWords = {
  proposed: ['proposto|proposta', 'proposal', '拟议|提议'],
  drafting: ['in bozza|bozza|in redazione|in preparazione', 'draft|in preparation', '起草|草案|起草中'],
  negotiating: ['in negoziazione|in trattativa', 'under negotiation|negotiation', '谈判|谈判中|磋商中'],
  approved: ['approvato|approvata', 'approval', '批准|已批准'],
  signed: ['firmato|firmata|sottoscritto', 'concluded', '已签署|签署|已签'],
  in_force: ['in vigore|vigente|attivo', 'active|in effect|valid', '生效|有效|已生效'],
  suspended: ['sospeso|sospesa', 'on hold', '中止|暂停'],
  expired: ['scaduto|scaduta', 'lapsed at term|ended', '过期|已到期|到期'],
  renewed: ['rinnovato|rinnovata', 'extended', '续签|已续签'],
  replaced: ['sostituito|sostituita', 'superseded', '被取代|替换'],
  terminated: ['risolto|rescisso|cessato', 'cancelled', '终止|已终止'],
  rejected: ['respinto|rifiutato', 'refused', '否决|拒绝'],
  lapsed: ['decaduto|decaduta', 'dropped', '失效|作废'],
};

/** What offices say of whether an agreement binds. */
export const BINDING_WORDS: ClosedWords = {
  binding: ['vincolante|sì|si', 'legally binding|yes', '有约束力|是'],
  non_binding: ['non vincolante|no', 'not binding|non binding', '无约束力|否'],
  mixed: ['misto|in parte vincolante', 'partly binding|partly', '部分有约束力'],
  unknown: ['non noto|sconosciuto', 'not known', '不明|未知'],
};

/** What offices say of whether and how an agreement is renewed. */
export const RENEWAL_WORDS: ClosedWords = {
  none: ['nessuno|nessun rinnovo|no', 'not renewable|no', '不续签|否'],
  renewable: ['rinnovabile|su accordo', 'by agreement', '可续签|可延期'],
  automatic: [
    'automatico|tacito|tacito rinnovo|rinnovo tacito|sì automatico',
    'automatically|tacit',
    '自动|自动续签|自动延期',
  ],
  evergreen: [
    'a tempo indeterminato|senza scadenza|indeterminato',
    'indefinite|no end|open ended',
    '长期|无限期|永久',
  ],
};

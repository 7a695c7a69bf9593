import { PERSON_HEADS } from './people-heads.rules.js';
import type { HeadFields } from './heads.rules.js';
import { RESPONSE_WORDS, ROLE_WORDS, SIDE_WORDS } from './participant-words.rules.js';

const NOTES = {
  words: ['note|osservazioni|annotazioni', 'remarks|comments|note', '备注|说明'],
  inLanguages: true,
} as const;
const ID = { words: ['codice|identificativo|cod', 'code|identifier|key', '编号|代码'] } as const;

/** What a list of organizations has. */
export const ORGANIZATION_HEADS: HeadFields = {
  name: {
    words: [
      'nome|ente|organizzazione|istituzione|azienda|denominazione|ragione sociale|società|nome ente|denominazione ente',
      'name|organisation|organization|company|institution|body|organization name',
      '名称|单位|机构|单位名称|机构名称|公司|公司名称|企业|企业名称|名',
    ],
    inLanguages: true,
  },
  acronym: { words: ['sigla|acronimo', 'acronym|abbreviation', '缩写|简写'] },
  short: { words: ['nome breve|nome abbreviato', 'short name', '简称'], inLanguages: true },
  kind: {
    words: [
      'tipo|tipologia|tipo di ente|categoria|natura',
      'kind|type|category|organization type|type of organization',
      '类型|类别|性质|单位性质|机构类型|企业类型',
    ],
  },
  parent: {
    words: [
      'ente superiore|parte di|capogruppo|ente di appartenenza',
      'part of|parent organization|parent organisation|parent company',
      '上级单位|隶属|母公司|上级',
    ],
  },
  place: {
    words: [
      'sede|città|luogo|comune|sede legale',
      'seat|city|place|location|headquarters',
      '城市|所在地|所在城市|地点|总部',
    ],
  },
  country: { words: ['paese|nazione|stato', 'country', '国家|国别'] },
  topics: {
    words: [
      'temi|settore|settori|argomenti|ambito|ambiti|settore di attività',
      'topic|sector|sectors|field|fields|industry',
      '主题|领域|行业|所属行业',
    ],
  },
  founded: {
    words: [
      'fondazione|fondato|fondata|anno di fondazione|anno fondazione|data di fondazione',
      'established|foundation|year founded|year of foundation',
      '成立|成立时间|成立年份|创立',
    ],
  },
  memberCount: {
    words: [
      'membri|numero di membri|associati|n membri|soci|numero soci',
      'members|number of members|member count',
      '成员数|会员数|成员数量|会员数量',
    ],
  },
  website: { words: ['sito|sito web|sito internet|web', 'web site|url|homepage|web', '网站|网址|官网'] },
  email: { words: ['e-mail|posta elettronica|mail|pec', 'email|email address', '电子邮件|邮箱'] },
  phone: { words: ['telefono|tel|centralino', 'phone|telephone', '电话|联系电话'] },
  contactPerson: { words: ['referente|contatto|persona di riferimento', 'contact|contact person', '联系人'] },
  description: {
    words: ['descrizione|attività|profilo', 'about|profile|activity', '简介|介绍|描述'],
    inLanguages: true,
  },
  notes: NOTES,
  id: ID,
};

/** What a list of those who take part in an event has. */
export const PARTICIPANT_HEADS: HeadFields = {
  ...PERSON_HEADS,
  role: {
    words: [
      'ruolo|funzione|partecipa come|ruolo nell’evento',
      'function|takes part as|participant role',
      '角色|身份|参会身份',
    ],
    holds: ROLE_WORDS,
  },
  title: {
    words: [
      'carica|qualifica|titolo|ruolo|incarico|posizione|funzione',
      'position|job title|role|post|function',
      '职务|职位|头衔|身份',
    ],
    inLanguages: true,
  },
  side: { words: ['parte|lato|ospite o ospitante', 'host or guest', '方|所属方'], holds: SIDE_WORDS },
  response: {
    words: [
      'risposta|conferma|stato|esito|presenza|adesione',
      'status|reply|rsvp|confirmation|attendance',
      '回复|状态|确认|出席情况',
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
      '发言顺序|顺序',
    ],
  },
  seat: { words: ['posto|posto a sedere|tavolo', 'table|seating', '座位|座位号|座次|席位'] },
  notes: NOTES,
  id: ID,
};

/** What a list of agreements has. */
export const AGREEMENT_HEADS: HeadFields = {
  name: {
    words: [
      'nome|titolo|accordo|oggetto|denominazione|intesa|titolo dell’accordo|nome accordo',
      'name|title|agreement|subject',
      '名称|协议|协议名称|标题|文件名称',
    ],
    inLanguages: true,
  },
  kind: {
    words: ['tipo|tipologia|tipo di accordo|categoria', 'type|category|agreement type', '类型|类别|协议类型'],
  },
  parties: {
    words: [
      'parti|contraenti|firmatari|enti|partner|controparte|parti contraenti|parti firmatarie|ente',
      'signatories|partners|partner|counterpart|organizations|organisations',
      '签署方|签约方|合作方|缔约方|各方|合作单位|单位',
    ],
  },
  status: { words: ['stato|situazione', 'state', '状态|现状'] },
  binding: { words: ['vincolante|valore giuridico', 'legally binding', '约束力|法律约束力'] },
  referenceNumber: {
    words: [
      'numero|protocollo|n protocollo|numero di protocollo|riferimento|rif',
      'reference|number|reference no|ref|file number',
      '文号|编号|档案号',
    ],
  },
  proposed: {
    words: ['proposto il|data proposta|data della proposta', 'date proposed|proposed on', '提议日期'],
  },
  approved: {
    words: ['approvato il|data approvazione|data di approvazione', 'date approved|approved on', '批准日期'],
  },
  signed: {
    words: [
      'data|firma|data firma|data di firma|firmato il|data di sottoscrizione',
      'date|date signed|signed on|signature|date of signature|signing date|signature date',
      '日期|签署日期|签署时间|签字日期|签订日期|签订时间',
    ],
  },
  effective: {
    words: [
      'decorrenza|in vigore dal|data di decorrenza|entrata in vigore',
      'effective date|in force from|entry into force',
      '生效日期|生效时间',
    ],
  },
  expiry: {
    words: [
      'scadenza|data scadenza|data di scadenza|fino al|valido fino al',
      'expires|expiry date|expiration|expiration date|valid until',
      '到期日|到期日期|截止日期|有效期至|到期时间',
    ],
  },
  review: { words: ['revisione|data di revisione|verifica', 'review date', '复审日期'] },
  renewal: { words: ['rinnovo|modalità di rinnovo', 'renewal mode', '续签方式|续签'] },
  topics: {
    words: ['temi|settore|settori|argomenti|ambito|ambiti', 'topic|sector|sectors|fields', '主题|领域'],
  },
  places: { words: ['luogo|luogo di firma|città', 'place|place of signature|city', '地点|签署地点|城市'] },
  authenticLanguages: { words: ['lingue|lingua|lingue dei testi', 'languages|language', '语言|文本语言'] },
  document: { words: ['documento|link|collegamento|file', 'url|link|signed document', '文件|链接'] },
  notes: NOTES,
  id: { words: ['codice|identificativo|cod', 'code|identifier|key', '代码'] },
};

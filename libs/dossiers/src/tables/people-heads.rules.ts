import type { HeadFields } from './heads.rules.js';
import type { ClosedWords } from './words.rules.js';

/** How people are addressed, as lists write it. */
const HONORIFICS: ClosedWords = {
  person: [
    'sig|sig ra|sig na|dott|dott ssa|dr ssa|prof|prof ssa|ing|avv|arch|on|s e|egr|gent ma',
    'mr|mrs|ms|miss|mx|dr|professor|hon|h e|sir',
    '先生|女士|教授|博士|阁下',
  ],
};

/** What is said of a person in a list of people, and in one of participants. */
export const PERSON_HEADS: HeadFields = {
  givenName: {
    words: ['nome|nome di battesimo', 'first name|given name|name|forename', '名|名字'],
    beside: 'familyName',
  },
  familyName: { words: ['cognome|cognomi', 'surname|last name|family name', '姓|姓氏'] },
  name: {
    words: [
      'nome|nominativo|nome e cognome|cognome e nome|nome cognome|cognome nome|nome completo|persona|delegato|partecipante|invitato|ospite|relatore|invitati|partecipanti|delegati',
      'name|full name|person|participant|delegate|name and surname|attendee|guest|speaker|invitee|visitor',
      '姓名|名字|人名|全名|名|与会人员|参会人员|参会代表|嘉宾|参会嘉宾|参会人|与会者|出席人员|来宾|演讲嘉宾|演讲人',
    ],
    inLanguages: true,
  },
  honorific: {
    words: [
      'titolo|appellativo|titolo di cortesia|tit',
      'title|salutation|honorific|form of address',
      '称谓|称呼|头衔',
    ],
    holds: HONORIFICS,
  },
  email: {
    sort: 'address',
    words: [
      'e-mail|posta elettronica|mail|indirizzo e-mail|indirizzo email|pec',
      'email|email address|e-mail address|contact email',
      '电子邮件|邮箱|电子邮箱|邮箱地址|电邮|电子邮件地址|联系邮箱',
    ],
  },
  phone: {
    sort: 'number',
    words: [
      'telefono|tel|cellulare|cell|telefono cellulare|recapito telefonico|numero di telefono|n telefono|recapito|contatto telefonico',
      'phone|telephone|mobile|mobile phone|phone number|cell phone|contact number|contact no|contact phone',
      '电话|手机|联系电话|电话号码|手机号|手机号码|联络电话|联系方式|移动电话|行动电话|手提电话',
    ],
  },
  languages: {
    words: [
      'lingue|lingua|lingue parlate|lingua parlata|lingue conosciute',
      'language|spoken languages|languages spoken',
      '语言|语种|工作语言',
    ],
  },
  organization: {
    sort: 'name',
    words: [
      'ente|organizzazione|istituzione|azienda|società|ente di appartenenza|affiliazione|organizzazione di appartenenza|denominazione ente|ente o azienda|azienda o ente',
      'organisation|company|institution|affiliation|employer|body|company name|organization name',
      '单位|机构|组织|公司|工作单位|所属单位|企业|单位名称|任职单位|所在单位',
    ],
    inLanguages: true,
  },
};

/** What a list of people has beside that. */
export const PEOPLE_HEADS: HeadFields = {
  ...PERSON_HEADS,
  position: {
    words: [
      'ruolo|carica|qualifica|incarico|posizione|funzione|titolo|mansione|ruolo ricoperto|incarico attuale',
      'role|job title|title|post|function|designation|role in organization|position held',
      '职务|职位|头衔|职称|岗位',
    ],
    inLanguages: true,
  },
  since: {
    sort: 'date',
    words: [
      'dal|in carica dal|da|inizio|data inizio|inizio incarico',
      'from|start|start date|in office since',
      '起|任职时间|开始日期|自',
    ],
  },
  until: {
    sort: 'date',
    words: [
      'al|fino al|in carica fino al|fine|data fine|fine incarico',
      'to|end|end date|in office until',
      '止|结束日期|至|离任时间',
    ],
  },
  notes: {
    words: [
      'note|osservazioni|annotazioni|commenti|altre informazioni|altro',
      'remarks|comments|note|other information',
      '备注|说明',
    ],
    inLanguages: true,
  },
  id: { words: ['codice|identificativo|cod|matricola', 'code|identifier|key|ref', '编号|代码|工号'] },
};

import { ID, NOTES } from './common-heads.rules.js';
import type { HeadFields } from './heads.rules.js';

/** What a list of organizations has. */
export const ORGANIZATION_HEADS: HeadFields = {
  name: {
    words: [
      'nome|ente|organizzazione|istituzione|azienda|denominazione|ragione sociale|società|nome ente|denominazione ente|impresa|denominazione sociale|espositore|ente o azienda',
      'name|organisation|organization|company|institution|body|organization name|enterprise|exhibitor|firm|business name',
      '名称|单位|机构|单位名称|机构名称|公司|公司名称|企业|企业名称|名|参展商|参展企业|参展单位',
    ],
    inLanguages: true,
  },
  acronym: {
    sort: 'name',
    words: ['sigla|acronimo', 'acronym|abbreviation', '缩写|简写|英文缩写'],
  },
  short: { words: ['nome breve|nome abbreviato', 'short name', '简称'], inLanguages: true },
  kind: {
    words: [
      'tipo|tipologia|tipo di ente|categoria|natura|forma giuridica',
      'kind|type|category|organization type|type of organization|legal form',
      '类型|类别|性质|单位性质|机构类型|企业类型',
    ],
  },
  parent: {
    sort: 'name',
    words: [
      'ente superiore|parte di|capogruppo|ente di appartenenza|società madre|gruppo',
      'part of|parent organization|parent organisation|parent company|group',
      '上级单位|隶属|母公司|上级|主管部门|所属集团|集团',
    ],
  },
  place: {
    sort: 'name',
    words: [
      'sede|città|luogo|comune|sede legale',
      'seat|city|place|location|headquarters|town|city town|head office',
      '城市|所在地|所在城市|地点|总部|注册地|总部所在地',
    ],
  },
  country: {
    sort: 'name',
    words: ['paese|nazione|stato', 'country|nation|country region', '国家|国别|国家地区'],
  },
  topics: {
    words: [
      'temi|settore|settori|argomenti|ambito|ambiti|settore di attività|comparto|settore merceologico',
      'topic|sector|sectors|field|fields|industry|field activity|field interest',
      '主题|领域|行业|所属行业',
    ],
  },
  founded: {
    sort: 'date',
    words: [
      'fondazione|fondato|fondata|anno di fondazione|anno fondazione|data di fondazione|costituzione',
      'established|foundation|year founded|year of foundation|founding|establishment|established in',
      '成立|成立时间|成立年份|创立',
    ],
  },
  memberCount: {
    sort: 'number',
    words: [
      'membri|numero di membri|associati|n membri|soci|numero soci',
      'members|number of members|member count',
      '成员数|会员数|成员数量|会员数量',
    ],
  },
  website: {
    sort: 'address',
    words: ['sito|sito web|sito internet|web', 'web site|url|homepage|web', '网站|网址|官网'],
  },
  email: {
    sort: 'address',
    words: ['e-mail|posta elettronica|mail|pec', 'email|email address', '电子邮件|邮箱|电子邮箱'],
  },
  phone: {
    sort: 'number',
    words: ['telefono|tel|centralino|recapito telefonico', 'phone|telephone', '电话|联系电话'],
  },
  contactPerson: {
    sort: 'name',
    words: [
      'referente|contatto|persona di riferimento|persona di contatto',
      'contact|contact person|person in charge|contact point',
      '联系人|联络人|负责人',
    ],
  },
  description: {
    words: [
      'descrizione|attività|profilo',
      'about|profile|activity|introduction|core business',
      '简介|介绍|描述|主营业务',
    ],
    inLanguages: true,
  },
  notes: NOTES,
  id: ID,
};

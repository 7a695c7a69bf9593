import { NOTES } from './common-heads.rules.js';
import type { HeadFields } from './heads.rules.js';

/** What a list of agreements has. */
export const AGREEMENT_HEADS: HeadFields = {
  name: {
    words: [
      'nome|titolo|accordo|oggetto|denominazione|intesa|titolo dell’accordo|nome accordo|atto',
      'name|title|agreement|subject',
      '名称|协议|协议名称|标题|文件名称|合作协议|合同|项目|合作项目',
    ],
    inLanguages: true,
  },
  kind: {
    words: [
      'tipo|tipologia|tipo di accordo|categoria',
      'type|category|agreement type',
      '类型|类别|协议类型|文件类型|合作类型',
    ],
  },
  parties: {
    sort: 'name',
    words: [
      'parti|contraenti|firmatari|enti|partner|controparte|parti contraenti|parti firmatarie|ente|enti firmatari|enti coinvolti|partner coinvolti',
      'signatories|partners|partner|counterpart|organizations|organisations|partner institution|partner university|contracting party|signing party',
      '签署方|签约方|合作方|缔约方|各方|合作单位|单位|双方|签约单位|签署单位',
    ],
  },
  status: {
    sort: 'status',
    words: ['stato|situazione', 'state', '状态|现状'],
  },
  binding: { words: ['vincolante|valore giuridico', 'legally binding', '约束力|法律约束力|有约束力'] },
  referenceNumber: {
    sort: 'number',
    words: [
      'numero|protocollo|n protocollo|numero di protocollo|riferimento|rif|prot|repertorio|rep',
      'reference|number|reference no|ref|file number|no',
      '文号|编号|档案号',
    ],
  },
  proposed: {
    words: ['proposto il|data proposta|data della proposta', 'date proposed|proposed on', '提议日期'],
  },
  approved: {
    sort: 'date',
    words: [
      'approvato il|data approvazione|data di approvazione|approvazione',
      'date approved|approved on|approval|approved',
      '批准日期|批准',
    ],
  },
  signed: {
    sort: 'date',
    words: [
      'data|firma|data firma|data di firma|firmato il|data di sottoscrizione|stipula|sottoscrizione',
      'date|date signed|signed on|signature|date of signature|signing date|signature date|signing|signed',
      '日期|签署日期|签署时间|签字日期|签订日期|签订时间|签约|签署|签订',
    ],
  },
  effective: {
    sort: 'date',
    words: [
      'decorrenza|in vigore dal|data di decorrenza|entrata in vigore|data inizio|inizio validità|inizio',
      'effective date|in force from|entry into force|effective|start|start date|valid from|effective from',
      '生效日期|生效时间|生效',
    ],
  },
  expiry: {
    sort: 'date',
    words: [
      'scadenza|data scadenza|data di scadenza|fino al|valido fino al|fine validità|termine|fine',
      'expires|expiry date|expiration|expiration date|valid until|expiry|end|end date|expire|expires on',
      '到期日|到期日期|截止日期|有效期至|到期时间|失效|到期',
    ],
  },
  review: {
    sort: 'date',
    words: ['revisione|data di revisione|verifica', 'review date|next review|review', '复审日期'],
  },
  renewal: {
    sort: 'mode',
    words: ['rinnovo|modalità di rinnovo', 'renewal mode', '续签方式|续签|自动续签|续约'],
  },
  topics: {
    words: [
      'temi|settore|settori|argomenti|ambito|ambiti|ambiti di cooperazione|aree di cooperazione|area tematica|area|aree',
      'topic|sector|sectors|fields|area|field of cooperation|area of cooperation',
      '主题|领域|合作领域',
    ],
  },
  places: {
    words: [
      'luogo|luogo di firma|città',
      'place|place of signature|city|signing place|place of signing',
      '地点|签署地点|城市|签约地点',
    ],
  },
  authenticLanguages: {
    words: ['lingue|lingua|lingue dei testi|lingua del testo', 'languages|language', '语言|文本语言'],
  },
  document: {
    words: [
      'documento|link|collegamento|file|documento firmato|testo firmato',
      'url|link|signed document',
      '文件|链接',
    ],
  },
  notes: NOTES,
  id: { words: ['codice|identificativo|cod', 'code|identifier|key', '代码'] },
};

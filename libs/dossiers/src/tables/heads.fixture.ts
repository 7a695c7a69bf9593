/** Heads that lists of offices have, with `|` between them, by what they mean: `name@en` in a language, `-` nothing here. */
export type RealHeads = Readonly<Record<string, string>>;

/** Each of some heads. */
export function headsIn(text: string): string[] {
  return text
    .trim()
    .split('|')
    .map((head) => head.trim());
}

/** Heads of lists of people and delegates. */
export const PEOPLE: RealHeads = {
  name: `
    Nome e cognome | Cognome e nome | Nominativo | Nome Cognome * | NOMINATIVO DELEGATO | Partecipante |
    Delegato | Nome completo (come da passaporto) | 1. Full name | Name | Full Name* | Name and Surname |
    Delegate's name | Participant Name | Guest name | Name of the delegate | Full name (as in passport) |
    Name / 姓名 | Name/姓名 | 姓名 | 姓名 Name | 姓名Name | Name姓名 | 姓　名 | 姓 名 | 姓名* | 姓名（必填） |
    代表姓名 | 参会人姓名 | 参会人员姓名 | 嘉宾姓名 | 与会者姓名 | 人员姓名 | 來賓姓名 | 與會人員 | 參會代表 |
    嘉宾 | 一、姓名 | （1）姓名 | 姓名（与护照一致） | Nome e Cognome\nFull name |
    Nome e cognome / Full name / 姓名 | Persona | Attendee | Invitato | Ospite | Name (required) | Names
  `,
  'name@zh-Hans': `
    Nome cinese | Nome in cinese | Nome (cinese) | Nome in caratteri cinesi | Chinese name | Name in Chinese |
    Name (Chinese) | Name CN | 中文姓名 | 中文名 | 中文名字 | 姓名（中文） | 姓名(汉字) |
    中文姓名 Chinese Name | Full name in Chinese characters
  `,
  'name@en': `
    Nome inglese | Name (EN) | English name | 英文名 | 英文姓名 | 姓名（英文） | 英文名 English Name |
    Nome [en] | 外文姓名
  `,
  'name@zh-Hant': `繁體中文姓名 | Name (Traditional Chinese) | Nome (cinese tradizionale)`,
  'name@zh-Latn': `Pinyin | Name (Pinyin) | 姓名拼音 | 拼音 | 漢語拼音 | 姓名（拼音） | Nome (pinyin) | Traslitterazione`,
  familyName: `
    Cognome | COGNOME* | Surname | Last name | Family Name | Cognome / Surname | 姓 | 姓氏 | 姓 Surname |
    Family name (as in passport) | Last Name* | 姓/Family name | Cognomi
  `,
  givenName: `
    First name | Given name | Given Names | Forename | Nome di battesimo | 名字 First name | First name(s) |
    名/Given name
  `,
  honorific: `Appellativo | Salutation | Form of address | 称谓 | 稱謂 | 称呼 | Titolo di cortesia`,
  organization: `
    Ente | Ente di appartenenza | Organizzazione | Istituzione | Azienda | Società | Azienda / Ente |
    Ente/Azienda | Ente o azienda | Organizzazione di appartenenza | Affiliazione | Organization |
    Organisation | Company | Institution | Affiliation | Company name | Organization/Company |
    Company / Organisation | Institution / Organization | Employer | Name of organization | Name of Company |
    Company/Institution 单位 | 单位 | 單位 | 工作单位 | 所在单位 | 单位名称 | 机构 | 机构名称 | 機構名稱 |
    公司 | 公司名称 | 单位/Organization | 单位 Organization | 工作單位 Company | 单位全称 | 参会单位 |
    單位名稱（全稱） | 任职单位 | 所属机构 | 现工作单位 | Ente (denominazione completa) | Istituzione/Ente |
    3. Organization | 服務單位 | 企业名称
  `,
  'organization@en': `Ente (inglese) | Organization (English) | 单位（英文） | 英文单位名称 | 单位英文名称 | Company Name (EN)`,
  'organization@zh-Hans': `单位（中文） | Company name in Chinese | Ente (in cinese) | 中文单位`,
  position: `
    Ruolo | Carica | Qualifica | Incarico | Posizione | Funzione | Mansione | Ruolo ricoperto |
    Carica ricoperta | Ruolo/Qualifica | Carica attuale | Qualifica / Position | Position | Job title |
    Job Title/Position | Position / Title | Role | Designation | Current position | Function |
    Official title | Role in the organization | 职务 | 職務 | 职位 | 职称 | 職稱 | 职务/职称 | 职务 Position |
    职位/Title | 现任职务 | 岗位 | 职务（中英文） | 頭銜 | 现任职务 | Incarico ricoperto | Post
  `,
  'position@en': `职务（英文） | 英文职务 | Position (EN) | Ruolo (inglese) | Job title in English`,
  'position@zh-Hans': `职务（中文） | Ruolo in cinese | 中文职务`,
  email: `
    E-mail | Email | email | Mail | E mail | e-mail address | Email address | Indirizzo e-mail |
    Indirizzo di posta elettronica | Indirizzo email | Posta elettronica | PEC | E-mail istituzionale |
    E-mail (lavoro) | Email* | Work email | Business e-mail | Contact email | 邮箱 | 電子郵件 | 电子邮箱 |
    邮箱 Email | Email 邮箱 | 电子邮件地址 | E-mail地址 | 電郵 | 联系邮箱 | 电子邮箱（必填） | Email 地址
  `,
  phone: `
    Tel. | Telefono | Tel. (mobile) | Cellulare | Telefono cellulare | N. telefono | Numero di telefono |
    Recapito telefonico | Tel/Cell | Cell. | Telefono/Cellulare | Numero di cellulare | Telefono (ufficio) |
    Recapito | Phone | Phone No. | Mobile | Mobile phone | Mobile number | Telephone number | Contact number |
    Phone number (with country code) | Tel. No. | Cell phone | Phone/Mobile | Contact No. | Business phone |
    电话 | 電話 | 电话（手机） | 手机 | 手机号 | 手机号码 | 联系电话 | 聯絡電話 | 联系方式 | 電話號碼 | 手機 |
    行動電話 | 电话 Tel | Tel 电话 | 联系电话 Phone | 移动电话 | 办公电话 | 手提電話
  `,
  languages: `
    Lingue | Lingua | Lingue parlate | Lingua parlata | Languages | Language | Languages spoken |
    Spoken language | 语言 | 語言 | 语种 | 语言 Language | 工作语言 | Lingue conosciute
  `,
  since: `
    Dal | In carica dal | Data inizio | Inizio incarico | Data inizio incarico | Start date | From |
    In office since | Since | 任职时间 | 任職時間 | 开始日期 | Dal (gg/mm/aaaa) |
    Data di inizio (gg/mm/aaaa)
  `,
  until: `
    Al | Fino al | In carica fino al | Data fine | Fine incarico | To | Until | End date | In office until |
    结束日期 | 離任時間
  `,
  notes: `
    Note | Osservazioni | Annotazioni | Commenti | Notes | Remarks | Remark | Comments | Note / Remarks |
    备注 | 備註 | 备注 Remarks | 备注（如有） | 说明 | Notes (if any) | Additional notes |
    Altre informazioni
  `,
  id: `Codice | ID | Identificativo | Code | Matricola | Ref | 代码 | 工号`,
  '-': `
    Colore | Nome e ruolo | Name / Position | 单位及职务 | Ente / Ruolo | 单位职务 | Organization & position |
    Taglia | Hotel | Volo | Flight no. | 航班 | Arrival date | 房型 | Fax | 传真 | Firma | Signature | 签到 |
    WeChat | 微信 | 微信号 | Nome (Ente) | LinkedIn
  `,
  protected: `
    Passaporto | N. passaporto | Numero di passaporto | Passport | Passport No. | Passport number* | 护照号 |
    護照號碼 | 护照号码 Passport No. | Data di nascita | Data di nascita (gg/mm/aaaa) | Date of birth | DOB |
    Date of Birth (dd/mm/yyyy) | 出生日期 | 出生年月 | Passport expiry date | Scadenza passaporto |
    护照有效期 | Visto | Visa type | 签证类型 | Allergie | Dietary requirements | Esigenze alimentari |
    饮食禁忌 | 忌口 | Contatto di emergenza | Emergency contact | 紧急联系人 | Nato/a il |
    護照號 / Passport no.
  `,
  'not-kept': `
    Sesso | Gender | 性别 | 性別 Gender | Nazionalità | Nationality | 国籍 | 國籍 | Cittadinanza |
    Codice fiscale | C.F. | Luogo di nascita | Place of birth | 身份证号 | 身份證號碼 | Età | Age | 年龄 |
    Residenza | Foto | Gender (M/F) | 民族
  `,
  numbering: `
    N. | N | Nr. | Nr | N° | Nº | # | No. | No | Num. | 序号 | 序號 | 编号 | 編號 | 序号 No. | No. 序号 |
    N. progressivo | N. prog. | Progr. | N. ord. | S/N | Sr. No. | Item | 号 | 序 | Serial No. | S.No. |
    序号/No. | Numero | Number | Numero d’ordine
  `,
};

/** Heads of lists of companies and other organizations. */
export const ORGANIZATIONS: RealHeads = {
  name: `
    Denominazione | Ragione sociale | Nome azienda | Nome dell'azienda | Nome dell'ente | Azienda | Impresa |
    Ente | Nome ente | Denominazione ente | Società | Denominazione/Ragione sociale | Denominazione sociale |
    Nome | Company | Company name | Name of company | Organization | Organization name |
    Name of the organization | Institution name | Institution | Enterprise | Legal name |
    Company Name 公司名称 | Exhibitor | Espositore | Name | 公司名称 | 公司名稱 | 企业名称 | 企業名稱 |
    单位名称 | 机构名称 | 单位 | 名称 | 企业名称（全称） | 公司全称 | 参展商 | 参展企业 | 企业 | 公司
  `,
  'name@en': `
    Company name (English) | 公司英文名称 | 企业名称（英文） | Denominazione (inglese) | 英文名称 |
    English name
  `,
  'name@zh-Hans': `公司中文名称 | Company name in Chinese | Denominazione in cinese | 中文名称 | 企业名称（中文）`,
  short: `Nome breve | Short name | 简称 | 公司简称 | 企业简称 | 簡稱 | Nome abbreviato`,
  acronym: `Sigla | Acronimo | Acronym | Abbreviation | 缩写 | 英文缩写`,
  kind: `
    Tipo | Tipologia | Tipo di ente | Tipologia ente | Categoria | Type | Type of organization |
    Organization type | Category | 类型 | 單位性質 | 单位类型 | 企业性质 | 企业类型 | Forma giuridica |
    Company type
  `,
  parent: `
    Ente superiore | Capogruppo | Società madre | Gruppo | Parent company | Parent organization | Group |
    母公司 | 上级单位 | 主管部门 | 所属集团 | Gruppo di appartenenza
  `,
  place: `
    Città | Sede | Sede legale | Comune | City | City/Town | Headquarters | Location | Head office | 城市 |
    所在城市 | 所在地 | 總部 | 注册地 | Città (sede) | 总部所在地 | Sede principale
  `,
  country: `
    Paese | Nazione | Stato | Country | Country/Region | 国家 | 國家 | 国家/地区 | 国别 | Paese / Country |
    Nation
  `,
  topics: `
    Settore | Settori | Settore di attività | Settore merceologico | Ambito | Industry | Sector | Sectors |
    Main sector | Field of activity | Business sector | 行业 | 行業 | 所属行业 | 领域 | 所属领域 | Comparto |
    Fields of interest
  `,
  founded: `
    Anno di fondazione | Data di fondazione | Anno di costituzione | Fondazione | Founded | Year founded |
    Year of establishment | Established | Established in | Founding year | Date of establishment | 成立时间 |
    成立年份 | 成立日期 | 創立時間
  `,
  memberCount: `
    Numero di membri | N. membri | N. soci | Associati | Members | No. of members | Number of members |
    成员数 | 会员数量
  `,
  website: `
    Sito web | Sito | Sito internet | Website | Web site | URL | Homepage | Company website | 网站 | 網站 |
    网址 | 公司网址 | 官网 | 公司网站 | 官方网站
  `,
  email: `E-mail | PEC | Email | 邮箱 | 电子邮箱 | 电子邮件 | Indirizzo email | Company email | 公司邮箱`,
  phone: `
    Telefono | Tel. | Centralino | Phone | Telephone | 电话 | 公司电话 | 联系电话 | Phone number |
    N. telefono | Recapito telefonico
  `,
  contactPerson: `
    Referente | Contatto | Persona di riferimento | Persona di contatto | Referente aziendale |
    Nome referente | Contact person | Contact | Contact name | 联系人 | 聯絡人 | 联系人姓名 |
    Nominativo referente | Person in charge | 负责人
  `,
  description: `
    Descrizione | Attività | Profilo | Profilo aziendale | Breve descrizione | Description | Company profile |
    About | Short description | 简介 | 企业简介 | 公司簡介 | 单位简介 | 主营业务 | Core business |
    Introduction
  `,
  notes: `Note | Remarks | 备注`,
  id: `Codice | Id | Code | 代码 | 编号`,
  '-': `
    Email referente | 联系人电话 | Contact email | Cellulare referente | Fatturato | Turnover |
    Numero dipendenti | 员工人数 | 注册资本 | Indirizzo | Address | Partita IVA | 统一社会信用代码 | Stand
  `,
  numbering: `N. | No. | 序号 | 编号 | #`,
};

/** Heads of lists of those who take part. */
export const PARTICIPANTS: RealHeads = {
  name: `
    Partecipante | Relatore | Nominativo | Speaker | Speaker name | Participant | 参会人 | 参会嘉宾 |
    演讲嘉宾 | 嘉宾姓名 | Name of participant | 出席人員
  `,
  organization: `Ente | Organization | 单位 | 参会单位`,
  title: `Carica | Qualifica | Titolo | Position | Job title | 职务 | 职位 | 职务/职称 | Ruolo | Function`,
  side: `Parte | Ospite o ospitante | Lato | Side`,
  response: `
    Conferma | Confermato | Risposta | Presenza | Adesione | RSVP | Attendance | Confirmed | Confirmation |
    Participation status | 确认 | 是否参加 | 是否出席 | 出席情况 | 回執 | Stato conferma | Attending
  `,
  onBehalfOf: `Per conto di | In rappresentanza di | On behalf of | Representing | 代表`,
  speakingOrder: `
    Ordine degli interventi | Ordine di intervento | Speaking order | Order of speaking | 发言顺序 |
    發言順序 | 演讲顺序
  `,
  seat: `
    Posto | Posto a sedere | Tavolo | Seat | Seat No. | Table | Table no. | 座位 | 座位号 | 席位 | 桌号 |
    座次 | N. tavolo
  `,
  role: `
    Partecipa come | Takes part as | Participant role | Tipo partecipante | Participant type | 参会身份 |
    角色 | 参会角色 | Attending as
  `,
  notes: `Note | Remarks | 備註`,
  protected: `Passport no. | Esigenze alimentari | 护照号`,
  numbering: `N. | 序号 | No`,
};

/** Heads of registers of agreements. */
export const AGREEMENTS: RealHeads = {
  name: `
    Titolo | Titolo dell’accordo | Accordo | Oggetto | Oggetto dell'accordo | Denominazione | Nome accordo |
    Intesa | Atto | Agreement | Title | Agreement title | Title of agreement | Name of agreement | Subject |
    协议 | 协议名称 | 協議名稱 | 名称 | 标题 | 项目名称 | 合作协议名称 | 协议 Agreement | 文件名称
  `,
  'name@zh-Hans': `协议中文名称 | Title (Chinese) | Titolo in cinese`,
  'name@en': `协议英文名称 | Title in English | Titolo (inglese)`,
  kind: `
    Tipo | Tipologia | Tipo di accordo | Tipologia di accordo | Type | Type of agreement | Agreement type |
    类型 | 协议类型 | 協議類型 | 文件类型 | Tipo atto
  `,
  parties: `
    Parti | Contraenti | Firmatari | Controparte | Partner | Parti firmatarie | Parti contraenti |
    Enti firmatari | Parties | Signatories | Partners | Partner institution | Counterpart |
    Contracting parties | Signing parties | 签署方 | 簽署方 | 签约方 | 缔约方 | 合作方 | 合作单位 | 双方 |
    签约单位 | Enti coinvolti | Partner university
  `,
  status: `Stato | Stato accordo | Status | Current status | 状态 | 協議狀態 | 协议状态 | 目前状态`,
  binding: `Vincolante | Binding | Legally binding | 约束力 | 是否有约束力`,
  referenceNumber: `
    Protocollo | N. protocollo | N. prot. | Numero protocollo | Numero di protocollo | Prot. | Riferimento |
    Repertorio | N. repertorio | Reference | Reference No. | Ref. no. | Reference number | File number |
    Agreement No. | 文号 | 编号 | 协议编号 | 協議編號 | 档案号 | 合同编号 | Numero | Number
  `,
  proposed: `Data proposta | Data della proposta | Date proposed | Proposed on | 提议日期`,
  approved: `
    Data di approvazione | Approvato il | Date of approval | Approval date | Date approved | 批准日期 |
    批准时间
  `,
  signed: `
    Data | Data di firma | Data firma | Data di firma (gg/mm/aaaa) | Data di sottoscrizione |
    Data di stipula | Data stipula | Firmato il | Date | Date signed | Date of signature | Signing date |
    Signed on | Date of signing | Signature date (dd/mm/yyyy) | 签署日期 | 簽署日期 | 签订日期 | 签约时间 |
    签署时间 | 签约日期 | 签署日期 Date of signature
  `,
  effective: `
    Decorrenza | Data di decorrenza | In vigore dal | Entrata in vigore | Data entrata in vigore |
    Inizio validità | Effective date | Effective from | Entry into force | Start date | Valid from |
    生效日期 | 生效時間 | Data inizio
  `,
  expiry: `
    Scadenza | Data scadenza | Data di scadenza | Valido fino al | Fine validità | Termine | Expiry |
    Expiry date | Expires on | Expiration date | Valid until | End date | 到期日期 | 到期日 | 有效期至 |
    到期時間 | 截止日期 | 失效日期 | Data fine
  `,
  review: `Data di revisione | Revisione | Review date | Next review | 复审日期`,
  renewal: `
    Rinnovo | Modalità di rinnovo | Tipo di rinnovo | Renewal | Renewal mode | Renewal type | 续签 |
    续签方式 | 續約 | 是否自动续签
  `,
  topics: `
    Settore | Settori | Ambito | Ambiti di cooperazione | Aree di cooperazione | Temi | Topics | Sector |
    Fields of cooperation | Areas of cooperation | Field | 领域 | 合作领域 | 合作領域 | Area tematica | Area
  `,
  places: `
    Luogo | Luogo di firma | Luogo della firma | Place | Place of signature | Signing place | 签署地点 |
    签约地点 | 地点 | City
  `,
  authenticLanguages: `Lingue | Lingua | Lingue dei testi | Languages | Language | 语言 | 文本语言 | Lingua del testo`,
  document: `Link | Documento | Documento firmato | URL | Signed document | 链接 | 文件 | Collegamento | File`,
  notes: `Note | Remarks | 备注 | Osservazioni`,
  id: `Codice | Id | Code | 代码`,
  '-': `Durata | Duration | 有效期 | Importo | Amount | 金额 | Firma del Sindaco | Responsabile | Paese`,
  numbering: `N. | 序号 | 编号 | No. | # | Numero`,
};

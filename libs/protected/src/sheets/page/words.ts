/** What stands on a sheet beside what is known. */
export interface Words {
  readonly language: string;
  readonly sheet: string;
  readonly confidential: string;
  readonly asOf: string;
  readonly passport: string;
  readonly birthDate: string;
  readonly visa: string;
  readonly dietary: string;
  readonly medical: string;
  readonly emergencyContact: string;
  readonly notes: string;
  readonly until: string;
  readonly withoutProfile: string;
}

const ENGLISH: Words = {
  language: 'en',
  sheet: 'Protected sheet',
  confidential: 'For the protocol officer alone; destroy it after the visit.',
  asOf: 'as of',
  passport: 'Passport',
  birthDate: 'Born',
  visa: 'Visa',
  dietary: 'Food',
  medical: 'Medical',
  emergencyContact: 'In an emergency',
  notes: 'Notes',
  until: 'until',
  withoutProfile: 'Nothing is kept of',
};

const ITALIAN: Words = {
  language: 'it',
  sheet: 'Scheda riservata',
  confidential: 'Solo per il responsabile del protocollo; distruggere dopo la visita.',
  asOf: 'al',
  passport: 'Passaporto',
  birthDate: 'Nascita',
  visa: 'Visto',
  dietary: 'Alimentazione',
  medical: 'Salute',
  emergencyContact: 'In caso di emergenza',
  notes: 'Note',
  until: 'fino al',
  withoutProfile: 'Nessun dato su',
};

const CHINESE: Words = {
  language: 'zh-Hans',
  sheet: '保密信息表',
  confidential: '仅供礼宾负责人使用，访问结束后销毁。',
  asOf: '截至',
  passport: '护照',
  birthDate: '出生日期',
  visa: '签证',
  dietary: '饮食',
  medical: '健康',
  emergencyContact: '紧急联系人',
  notes: '备注',
  until: '有效期至',
  withoutProfile: '无资料',
};

const BY_LANGUAGE: Readonly<Record<string, Words>> = { en: ENGLISH, it: ITALIAN, zh: CHINESE };

/** The words in the first of some languages that there are any in. */
export function wordsIn(languages: readonly string[]): Words {
  const known = languages.map((language) => BY_LANGUAGE[language.split('-')[0]!.toLowerCase()]);
  return known.find((words) => words !== undefined) ?? ENGLISH;
}

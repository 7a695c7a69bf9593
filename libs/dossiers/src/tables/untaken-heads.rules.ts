import type { WhyUntaken } from '../imports/untaken.rules.js';
import { partsOf } from './head-parts.rules.js';
import { type HeadFields, guessHead, isText } from './heads.rules.js';
import { foldHead, foldedHeads } from './head-words.rules.js';

/** What only numbers rows. */
const NUMBERS = foldedHeads([
  '|n|nr|num|no|numero progressivo|progressivo|n progressivo|prog|n prog|progr|n progr|n ord|numero ordine|riga|pos',
  'row|serial|serial no|serial number|sr no|sl no|s no|sn|s n|item|item no|line|index',
  '序号|序|号|项次|行号|排序|流水号',
]);

/** What numbers rows where it is 1, 2, 3 below, and otherwise is what it is called by. */
const MAY_NUMBER = new Set(['numero', 'number', '编号', '号码'].map(foldHead));

/** Whether a column numbers the rows, as its head and its cells show. */
export function isNumbering(head: string, cells: readonly unknown[]): boolean {
  if (isText(head)) return false;
  const folded = [...new Set([head, ...partsOf(head).said].map(foldHead))];
  const numbers = cells.map((cell) => /^\(?(\d{1,6})[.)]?$/.exec(String(cell))?.[1]);
  if (cells.length === 0 || numbers.includes(undefined)) return false;
  if (NUMBERS.has(folded[0]!) || (folded.length > 1 && folded.slice(1).every((one) => NUMBERS.has(one))))
    return true;
  return MAY_NUMBER.has(folded[0]!) && numbers.every((number, index) => Number(number) === index + 1);
}

/** What the protected profile of a person holds. */
const PROTECTED_HEADS: HeadFields = {
  passport: {
    words: [
      'passaporto|numero passaporto|n passaporto|nr passaporto|passaporto n|scadenza passaporto|data scadenza passaporto|data rilascio passaporto|data emissione passaporto',
      'passport no|passport number|passport num|passport expiry|passport expiry date|passport expiration date|passport issue date|date issue passport|passport copy|passport detail|passport valid until|travel document',
      '护照|护照号|护照号码|护照有效期|护照签发日期|护照到期日|护照信息|护照类型',
    ],
  },
  birthDate: {
    words: [
      'data nascita|nato il|nata il|nato a il|luogo e data nascita|data e luogo nascita|data luogo nascita',
      'date birth|dob|d o b|birth date|birthday|born|date and place birth|place and date birth',
      '出生日期|出生年月|出生年月日|生日|出生时间',
    ],
  },
  visa: {
    words: [
      'visto|tipo visto|numero visto|visto necessario',
      'visa no|visa number|visa type|visa required|visa needed',
      '签证|签证号|签证类型|签证种类|是否需要签证',
    ],
  },
  dietary: {
    words: [
      'dieta|esigenze alimentari|intolleranze|allergie|allergie alimentari|restrizioni alimentari|intolleranze alimentari|allergie o intolleranze',
      'diet|dietary requirement|dietary restriction|dietary need|dietary|food allergy|allergy|meal preference|special diet|food preference',
      '饮食禁忌|饮食要求|饮食|忌口|饮食习惯|过敏|食物过敏|清真',
    ],
  },
  medical: {
    words: [
      'esigenze mediche|condizioni mediche|disabilità|gruppo sanguigno',
      'medical condition|medical need|medical|health|disability|blood type|blood group|special need',
      '健康状况|病史|血型|健康',
    ],
  },
  emergencyContact: {
    words: [
      'contatto emergenza|contatto in caso emergenza|contatto per emergenza|telefono emergenza|recapito emergenza',
      'emergency contact|emergency contact name|emergency phone|emergency number|contact in case emergency|next kin',
      '紧急联系人|紧急联系电话|紧急联络人|紧急联系人电话|应急联系人',
    ],
  },
};

/** What lists of people have, and Corteo keeps nowhere. */
const NOT_KEPT_HEADS: HeadFields = {
  sex: { words: ['sesso|genere|m f', 'gender|m f', '性别'] },
  nationality: { words: ['nazionalità|cittadinanza', 'nationality|citizenship', '国籍|民族|籍贯'] },
  age: { words: ['età', 'age', '年龄'] },
  birthplace: {
    words: [
      'luogo nascita|nato a|comune nascita|provincia nascita',
      'place birth|birthplace|birth place',
      '出生地|出生地点',
    ],
  },
  identity: {
    words: [
      'codice fiscale|c f|cf|carta identità|numero carta identità|documento identità|documento|n documento|numero documento|tipo documento',
      'id card|id number|id no|identity card|national id|tax code|identity document|document number|document type|social security number',
      '身份证|身份证号|身份证号码|证件号|证件号码|证件类型|证件种类',
    ],
  },
  home: {
    words: [
      'residenza|indirizzo residenza|domicilio|indirizzo casa',
      'home address|residence|private address',
      '家庭住址|住址|家庭地址',
    ],
  },
  belief: { words: ['religione', 'religion', '宗教|宗教信仰|政治面貌'] },
  bank: {
    words: [
      'iban|coordinate bancarie|conto corrente',
      'bank account|bank detail',
      '银行账号|银行账户|银行卡号|开户行',
    ],
  },
  picture: { words: ['foto|fotografia|fototessera', 'photo|photograph|picture', '照片|相片'] },
  marriage: { words: ['stato civile', 'marital status', '婚姻状况'] },
};

/** Why a column of a list of people is left where it is; null where its head says nothing of that kind. */
export function whyNotOfPeople(head: string): WhyUntaken | null {
  if (guessHead(head, PROTECTED_HEADS).length > 0) return 'protected';
  return guessHead(head, NOT_KEPT_HEADS).length > 0 ? 'not-kept' : null;
}

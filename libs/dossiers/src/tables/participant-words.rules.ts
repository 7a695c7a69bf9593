import type { ClosedWords } from './words.rules.js';

/** What offices call the sides of those who take part. */
export const SIDE_WORDS: ClosedWords = {
  host: [
    'ospitante|parte ospitante|padrone di casa|padroni di casa',
    'hosts|hosting|our side',
    '东道主|主方|接待方',
  ],
  guest: [
    'ospite|ospiti|delegazione|parte ospite',
    'guests|visitor|visiting|delegation',
    '来宾|客方|来访方|访方',
  ],
  third: ['terzi|terzo|parte terza|esterno', 'third party|other|external', '第三方|其他'],
};

/** What offices call what those who take part do. */
export const ROLE_WORDS: ClosedWords = {
  host: ['ospitante|padrone di casa|anfitrione', 'hosting', '东道主|主人'],
  organizer: ['organizzatore|organizzatrice|organizzazione', 'organiser', '组织者|主办方|主办'],
  chair: [
    'presidente di sessione|moderatore|moderatrice|presiede',
    'moderator|chairperson|chairman|chairwoman',
    '主持人|主席|主持',
  ],
  speaker: [
    'relatore|relatrice|oratore|oratrice',
    'keynote speaker|panelist|panellist',
    '演讲人|演讲嘉宾|发言人|嘉宾',
  ],
  greeter: ['accoglienza|accoglie|saluto', 'welcomer|reception', '迎接|接待'],
  escort: ['accompagnatore|accompagnatrice|accompagna', 'guide|accompanying', '陪同|陪同人员'],
  interpreter: ['interprete|traduttore|traduttrice', 'translator', '翻译|口译|译员'],
  signatory: ['firmatario|firmataria|firma', 'signer', '签署人|签字人'],
  witness: ['testimone|assiste alla firma', 'witnessing', '见证人|见证'],
  awardee: ['premiato|premiata', 'award winner|laureate', '获奖者|获奖人'],
  exhibitor: ['espositore|espositrice', 'exhibiting', '参展商|参展'],
  attendee: [
    'partecipante|invitato|invitata|uditore',
    'participant|delegate|guest',
    '参加者|与会者|出席|参会人员',
  ],
  note_taker: ['verbalizzante|segretario verbalizzante', 'note taker|minutes|rapporteur', '记录员|记录'],
};

/** What offices call what those who are asked have answered. */
export const RESPONSE_WORDS: ClosedWords = {
  under_evaluation: ['in valutazione|da valutare', 'to be evaluated|being considered', '待定|评估中'],
  invited: ['invitato|invitata|da confermare', 'to be confirmed|tbc', '已邀请|邀请'],
  accepted: [
    'confermato|confermata|accetta|ha accettato|sì|si',
    'confirmed|yes|will attend',
    '确认|接受|已确认|是',
  ],
  tentative: ['forse|provvisorio', 'maybe|provisional', '暂定|可能'],
  declined: ['rifiuta|ha rifiutato|non viene|no', 'regrets|refused|not coming', '谢绝|拒绝|不参加|否'],
  attended: ['presente|ha partecipato', 'present|came', '出席|已出席|到场'],
  absent: ['assente', 'did not come|no show', '缺席|未到'],
  withdrawn: ['ritirato|ritirata', 'cancelled', '退出|取消'],
  replaced: ['sostituito|sostituita', 'substituted', '替换|被替换'],
};

import { type ClosedWords, foldTerm } from './words.rules.js';

/** What offices call the kinds of organizations. */
export const ORGANIZATION_KIND_WORDS: ClosedWords = {
  municipality: [
    'comune|municipio|amministrazione comunale|città metropolitana',
    'city|city council|city hall',
    '市政府|市人民政府|市',
  ],
  government: [
    'governo|ente pubblico|regione|provincia|pubblica amministrazione',
    'public body|regional government|authority',
    '政府|政府机关|政府部门',
  ],
  ministry: ['ministero', 'department of state', '部|部委'],
  embassy: ['ambasciata', 'diplomatic mission', '大使馆|使馆'],
  consulate: ['consolato|consolato generale', 'consulate general', '领事馆|总领事馆'],
  agency: ['agenzia', 'public agency', '机构|局|代理机构'],
  international_organization: [
    'organizzazione internazionale',
    'intergovernmental organization|international organisation',
    '国际组织',
  ],
  party: ['partito|partito politico', 'political party', '政党'],
  university: ['università|ateneo|politecnico', 'college|polytechnic', '大学|高校|学院'],
  school: ['scuola|istituto scolastico|liceo', 'high school|secondary school', '学校|中学'],
  institute: ['istituto|accademia|istituto di cultura', 'academy|cultural institute', '研究院|协会学院'],
  research: [
    'ricerca|ente di ricerca|centro di ricerca',
    'research centre|research center|research body',
    '研究所|研究机构|科研机构',
  ],
  company: ['azienda|impresa|società|ditta', 'firm|business|enterprise|corporation', '公司|企业'],
  chamber: ['camera di commercio|camera', 'chamber of commerce', '商会|贸促会'],
  association: ['associazione|fondazione|onlus', 'foundation|society|ngo|non profit', '协会|基金会|学会'],
  federation: ['federazione|confederazione', 'confederation|union', '联合会|联盟'],
  incubator: ['incubatore|acceleratore', 'accelerator', '孵化器|加速器'],
  science_centre: [
    'centro della scienza|museo della scienza|science center',
    'science museum|science center',
    '科学中心|科技馆',
  ],
  joint_lab: ['laboratorio congiunto', 'joint laboratory', '联合实验室'],
  financial: ['banca|fondo|istituto finanziario|finanza', 'bank|fund|finance', '银行|基金|金融机构'],
  other: ['altro|altra', 'others', '其他|其它'],
};

/** What the name of an organization shows of its kind, the more telling first. */
const TELLING: readonly (readonly [string, RegExp])[] = [
  ['joint_lab', /\b(?:joint lab(?:oratory)?|laboratorio congiunto)\b|联合实验室/],
  ['chamber', /\b(?:camera di commercio|chamber of commerce)\b|商会$/],
  ['embassy', /\b(?:ambasciata|embassy)\b|大使馆$/],
  ['consulate', /\b(?:consolato|consulate)\b|领事馆$/],
  ['ministry', /\b(?:ministero|ministry)\b/],
  ['company', /\b(?:s ?p ?a|s ?r ?l|ltd|inc|gmbh|llc|corp|corporation)$|公司$/],
  ['university', /\b(?:universita|university|politecnico|polytechnic)\b|大学$/],
  ['municipality', /^(?:comune|citta|municipio) di |\bmunicipality\b|市人民政府$|市政府$/],
  ['association', /\b(?:associazione|association|fondazione|foundation)\b|协会$/],
];

/** The kind of an organization that only its name is known of: what it shows, else `other`. */
export function kindByName(name: string): string {
  const folded = foldTerm(name);
  return TELLING.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}

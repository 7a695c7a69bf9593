/** What the title of an entry shows of its kind, the more telling first; in Italian, English and Chinese. */
const TELLING: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['press', /\b(?:conferenza stampa|press (?:conference|briefing)|stampa)\b|新闻发布会|记者会/],
  ['signing', /\b(?:firma|signing|sottoscrizione)\b|签约|签字|签署/],
  ['award', /\b(?:premiazione|premio|award|awards|prize)\b|颁奖/],
  ['opening', /\b(?:apertura|inaugurazione|opening|inauguration)\b|开幕|启幕/],
  ['ceremony', /\b(?:cerimonia|ceremony)\b|仪式|典礼/],
  ['launch', /\b(?:lancio|launch)\b|启动/],
  ['keynote', /\b(?:keynote|lectio magistralis)\b|主旨|主题演讲/],
  ['plenary', /\b(?:plenaria|plenary)\b|全体会议|全会/],
  ['panel', /\b(?:panel|tavola rotonda|round ?table)\b|圆桌|座谈/],
  ['workshop', /\b(?:workshop|laboratorio|seminario|seminar)\b|工作坊|研讨会/],
  ['networking', /\b(?:networking|matchmaking|b2b)\b|对接|交流会/],
  ['meal', /\b(?:pranzo|cena|colazione|buffet|lunch|dinner|breakfast)\b|午餐|晚餐|早餐|午宴|晚宴/],
  ['reception', /\b(?:ricevimento|cocktail|reception|aperitivo)\b|招待会|酒会/],
  ['rest', /\b(?:pausa|coffee|break|riposo)\b|茶歇|休息/],
  ['transfer', /\b(?:trasferimento|transfer|partenza|arrivo|departure|arrival|volo|flight)\b|前往|出发|抵达/],
  ['company_visit', /\b(?:visita (?:aziendale|in azienda)|company visit)\b|企业参观|参观企业/],
  ['tour', /\b(?:tour|visita guidata|guided tour)\b|游览/],
  ['site_visit', /\b(?:visita|visit|sopralluogo)\b|参观|考察/],
  ['presentation', /\b(?:presentazione|presentation)\b|介绍|推介/],
  ['speech', /\b(?:saluti|saluto|discorso|intervento|speech|remarks|address)\b|致辞|讲话/],
];

/** The kind of an agenda item that only its title is known of: what it shows, else `meeting`. */
export function itemKindByTitle(title: string): string {
  const text = title.toLowerCase();
  return TELLING.find(([, pattern]) => pattern.test(text))?.[0] ?? 'meeting';
}

/** The kinds that titles show, for a test of them. */
export const SHOWN_KINDS: readonly string[] = TELLING.map(([kind]) => kind);

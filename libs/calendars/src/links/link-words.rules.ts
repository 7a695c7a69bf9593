/** The words that a private calendar adds to what was recorded, in one language. */
export interface LinkWords {
  /** Put above what an item is made of. */
  readonly orderOfTheDay: string;
  /** Put before the names of those who speak, by their side. */
  readonly speakers: Readonly<Record<string, string>>;
  /** Put before the title of a day on which something is due. */
  readonly due: string;
}

const WORDS: Readonly<Record<string, LinkWords>> = {
  en: {
    orderOfTheDay: 'Order of the day:',
    speakers: { host: 'For the hosts: ', guest: 'For the guests: ', third: 'Also: ' },
    due: 'Due: ',
  },
  it: {
    orderOfTheDay: 'Ordine del giorno:',
    speakers: { host: 'Per gli ospitanti: ', guest: 'Per gli ospiti: ', third: 'Inoltre: ' },
    due: 'Scadenza: ',
  },
  zh: {
    orderOfTheDay: '议程：',
    speakers: { host: '主方：', guest: '客方：', third: '其他：' },
    due: '截止：',
  },
};

/** The words in a language that calendars have words in. */
export function linkWordsIn(language: string): LinkWords {
  return WORDS[language] ?? WORDS.en!;
}

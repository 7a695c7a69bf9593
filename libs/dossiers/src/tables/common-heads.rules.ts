/** What any list can say beside. */
export const NOTES = {
  words: ['note|osservazioni|annotazioni', 'remarks|comments|note', '备注|说明'],
  inLanguages: true,
} as const;
/** What any list can call its rows by. */
export const ID = { words: ['codice|identificativo|cod', 'code|identifier|key', '编号|代码'] } as const;

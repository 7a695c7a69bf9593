declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs of a traditional character and the simplified ones, parted by bars. */
  const pairs: string;
  export default pairs;
}

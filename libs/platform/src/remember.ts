/** Remembers what `make` gave for a text, for about `most` texts at once. */
export function remember<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) {
      if (known.size >= most) known.clear();
      known.set(text, make(text));
    }
    return known.get(text)!;
  };
}

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

/** Makes something once, when it is first asked for. */
export function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Remembers what `make` gave for an object, for as long as the object is in use. */
export function rememberOf<K extends object, T>(make: (object: K) => T): (object: K) => T {
  const known = new WeakMap<K, T>();
  return (object) => {
    if (!known.has(object)) known.set(object, make(object));
    return known.get(object) as T;
  };
}

/**
 * How Spectral resolves the document: what is sent to an operation in depth, everything else as it is written. Answers
 * lead from each to each other, and Spectral would walk every way between them.
 */
export const uriCache = {};

export function resolve(document) {
  const known = new Map();
  const spread = (thing) => {
    if (typeof thing !== 'object' || thing === null) return thing;
    if (known.has(thing)) return known.get(thing);
    const copy = Array.isArray(thing) ? [] : {};
    known.set(thing, copy);
    if (typeof thing.$ref === 'string') return Object.assign(copy, spread(find(document, thing.$ref)));
    for (const [key, value] of Object.entries(thing)) copy[key] = spread(value);
    return copy;
  };
  const paths = mapValues(document.paths, (item) =>
    mapValues(item, (operation) => ({
      ...operation,
      ...(operation.parameters && { parameters: spread(operation.parameters) }),
      ...(operation.requestBody && { requestBody: spread(operation.requestBody) }),
      responses: mapValues(operation.responses, (answer) =>
        answer.$ref ? find(document, answer.$ref) : answer,
      ),
    })),
  );
  return Promise.resolve({
    result: { ...document, paths },
    errors: [],
    graph: { getNodeData: () => ({ refMap: {} }), overallOrder: () => [] },
  });
}

function mapValues(things, change) {
  return Object.fromEntries(Object.entries(things).map(([key, value]) => [key, change(value)]));
}

function find(document, reference) {
  return reference
    .slice(2)
    .split('/')
    .reduce((outer, step) => outer[step], document);
}

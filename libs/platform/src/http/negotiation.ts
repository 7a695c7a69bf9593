/** Whether a page is wanted rather than JSON: `Accept` names HTML, and nothing of JSON that it likes as well. */
export function wantsPage(accept = ''): boolean {
  const liked = new Map(accept.split(',').map(likingOf));
  const page = liked.get('text/html') ?? 0;
  return page > 0 && page >= (liked.get('application/json') ?? 0);
}

function likingOf(range: string): [type: string, liking: number] {
  const [type = '', ...parameters] = range
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [type, quality ? Number(quality.slice(2)) || 0 : 1];
}

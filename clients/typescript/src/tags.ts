/** How many addresses are remembered; of more, those are forgotten that were read first. */
const REMEMBERED = 10_000;

/** What is sent to one address and is about what another one has. */
const PART_OF_RECORD = /[/](transitions|restore|document|merge|(questions[/][^/]+[/])?follow-up)$/;

/** What changes a version that exists, and is answered with the next one. */
const CHANGES = /^(PATCH|PUT|DELETE)$/;
const MOVES = /[/](transitions|restore)$/;

/** What is made of a version that exists, and answered with what was made; other POSTs record something beside it. */
const MAKES_OF = /[/](merge|follow-up)$/;

/** The entity tags of what was read or written last, by address. */
export class Tags {
  private readonly tags = new Map<string, string>();

  /** The tag that a request has to send, so that nothing is overwritten which was not seen. */
  neededBy({ method, url }: Request): string | undefined {
    const path = pathOf(url);
    const isChange = CHANGES.test(method) || (method === 'POST' && (MOVES.test(path) || MAKES_OF.test(path)));
    return isChange ? this.tags.get(recordOf(url)) : undefined;
  }

  /** Remembers what an answer tells of a record. */
  learn({ method, url }: Request, answer: Response): void {
    if (!answer.ok) return;
    const tag = answer.headers.get('etag');
    const made = answer.headers.get('location');
    if (tag && method === 'GET') this.remember(pathOf(url), tag);
    else if (tag && made) this.remember(pathOf(new URL(made, url).href), tag);
    else if (tag && (CHANGES.test(method) || MOVES.test(pathOf(url)))) this.remember(recordOf(url), tag);
    else if (method === 'DELETE') this.tags.delete(recordOf(url));
  }

  private remember(address: string, tag: string): void {
    this.tags.delete(address);
    this.tags.set(address, tag);
    if (this.tags.size > REMEMBERED) this.tags.delete(this.tags.keys().next().value!);
  }
}

function recordOf(url: string): string {
  return pathOf(url).replace(PART_OF_RECORD, '');
}

/** Where something is at the server, wherever that is: the server itself knows no path that a proxy puts before its own. */
function pathOf(url: string): string {
  const { pathname } = new URL(url);
  return pathname.slice(Math.max(pathname.lastIndexOf('/v1/'), 0));
}

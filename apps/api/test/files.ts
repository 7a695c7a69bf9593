import { crc32 } from 'node:zlib';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The smallest files of each type that a document may have. */
export const FILES: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  [DOCX]: aDocx(),
  'image/gif': Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'),
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010101004800480000ffd9', 'hex'),
  'image/png': Buffer.from(PNG, 'base64'),
  'image/tiff': Buffer.from('49492a00080000000000000000000000', 'hex'),
  'image/webp': Buffer.from('524946461a00000057454250565038200e00000030010000', 'hex'),
  'text/plain': Buffer.from('\ufeffDal sindaco di Guiyang:\r\n\t“贵阳” 🏛\f'),
};

/** A text document of Word, with further entries in its archive. */
export function aDocx(
  further: Readonly<Record<string, string>> = {},
  main = `${DOCX}.main+xml`,
  part = 'word/document.xml',
): Buffer {
  const types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${main}"/></Types>`;
  return aZip({
    '[Content_Types].xml': types,
    '_rels/.rels': '<Relationships/>',
    [part]: '<x/>',
    ...further,
  });
}

/** An archive in which nothing is compressed. */
export function aZip(entries: Readonly<Record<string, string>>): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, bytes);
    centrals.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title);
    at += 30 + title.length + bytes.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(entries).length, 4);
  end.writeUInt16LE(Object.keys(entries).length, 6);
  end.writeUInt32LE(Buffer.concat(centrals).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...centrals, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

import { type Sql, object, sql } from '#platform';

/** The document of a row, or null. */
export function documentOf(row: Sql): Sql {
  const document = object({
    name: sql`${row}.document_name`,
    mediaType: sql`d.media_type`,
    size: sql`d.size`,
    checksum: sql`d.checksum`,
  });
  return sql`(select ${document} from documents d where d.checksum = ${row}.document_checksum)`;
}

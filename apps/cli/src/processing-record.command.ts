import { ProcessingRecord, writeProcessingPage } from '#audit';
import { Clock, readConfig } from '#platform';

/** Writes the record of processing activities to the standard output, as JSON or as a page; it asks no database. */
export function runProcessingRecordCommand(
  words: readonly string[],
  { html = false }: { html?: boolean },
  usage: string,
): void {
  if (words.length > 0) throw new Error(usage);
  const record = new ProcessingRecord(readConfig(), new Clock()).draw();
  console.log(html ? writeProcessingPage(record) : JSON.stringify(record, null, 2));
}

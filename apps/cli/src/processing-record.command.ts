import { ProcessingRecord, writeProcessingPage } from '#audit';
import { Clock, Today, readConfig } from '#platform';

/** Writes the record of processing activities to the standard output, as JSON or as a page; it asks no database. */
export function runProcessingRecordCommand({ html = false }: { html?: boolean }): void {
  const config = readConfig();
  const record = new ProcessingRecord(config, new Today(new Clock(), config)).draw();
  console.log(html ? writeProcessingPage(record) : JSON.stringify(record, null, 2));
}

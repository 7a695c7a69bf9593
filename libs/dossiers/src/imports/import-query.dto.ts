import { IdOf, IsLanguage, IsLine, IsLines, IsOneOf, IsYesOrNo } from '#platform';
import { IsOptional } from 'class-validator';
import { TABLES, type TableName } from '../tables/tables.js';

/** How dossiers are imported. */
export class ImportQuery {
  /**
   * Whether nothing is recorded, but only told what would be.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  'dry-run'?: boolean;

  /**
   * What a sheet in CSV or XLSX holds, one to a row.
   * @example "people"
   */
  @IsOptional()
  @IsOneOf(TABLES)
  of?: TableName;

  /**
   * The visit or forum whose participants a sheet holds.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('event')
  event?: string;

  /**
   * What columns of a sheet hold, where their heads do not tell: each head, or its letters, with a field, as JSON or as
   * here. A language may follow where it is a name or a text, `month-first` where it is a date; `-` leaves a column out.
   * @example "Delegato:name,Nome EN:name:en,Data:since:month-first,Colore:-"
   */
  @IsOptional()
  @IsLines(5000)
  mapping?: string;

  /**
   * The language of names and texts in a sheet, contacts or a calendar, where neither their script nor anything else
   * tells it.
   * @example "it"
   */
  @IsOptional()
  @IsLanguage()
  language?: string;

  /**
   * What a sheet, contacts or a calendar are remembered by, so that its rows are found again when it is imported again.
   * Give lists their own, where rows of different ones may have the same code.
   * @example "delegates-2018"
   */
  @IsOptional()
  @IsLine(80)
  key?: string;
}

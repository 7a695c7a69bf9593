import { IsYesOrNo } from '#platform';
import { IsOptional } from 'class-validator';

/** How dossiers are imported. */
export class ImportQuery {
  /**
   * Whether nothing is recorded, but only told what would be.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  'dry-run'?: boolean;
}

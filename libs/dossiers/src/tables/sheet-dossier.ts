import { GatheredDossier } from '../imports/gathered-dossier.js';
import type { Position } from '../imports/written-dossier.js';
import { type GridFault, lettersOf } from './grid.js';

/** A dossier that is made of the rows of a sheet. */
export class SheetDossier extends GatheredDossier {
  /** @param heads what is written above the columns, for messages */
  constructor(
    key: string,
    file: string | null,
    private readonly heads: ReadonlyMap<number, string>,
  ) {
    super(key, file);
  }

  /** Where a cell stands, as the sheet shows it: `C5 “Data”`; `row 5`, where no column is named. */
  positionAt(row: number, column: number | null): Position {
    if (column === null) return { line: row, column: 1, cell: `row ${row}` };
    const head = this.heads.get(column);
    const cell = `${lettersOf(column)}${row}${head ? ` “${head}”` : ''}`;
    return { line: row, column: column + 1, cell };
  }

  fault({ row, column, detail, code }: GridFault): void {
    this.faultAt(this.positionAt(row, column), detail, code);
  }
}

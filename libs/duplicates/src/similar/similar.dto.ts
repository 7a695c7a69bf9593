import { SimilarView } from '#directory';
import { PageOf } from '#records';

/** One page of what a record may be the same as, surest first. */
export class SimilarPage extends PageOf(SimilarView) {}

/** What the pages of a review are drawn from. */
import type { FieldFault } from '../../ground/index.ts';
import type { DecreeImport, ServiceReview } from '../../standard/index.ts';
import type { Lang, PostedForm } from '../../ui/index.ts';

export interface ReviewPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly one: DecreeImport;
  readonly review: ServiceReview;
  /** All services of the decree: where this one ends in the text. */
  readonly reviews: readonly ServiceReview[];
  readonly faults: readonly FieldFault[];
  /** A form that came back, as it was typed: what cannot be read stays to be corrected. */
  readonly typed: PostedForm;
  readonly saved: boolean;
}

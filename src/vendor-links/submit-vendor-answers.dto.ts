import { BooleanField } from '../common/fields';
import { VendorAnswererFields } from './vendor-link.dto';

export class SubmitVendorAnswersDto extends VendorAnswererFields {
  @BooleanField({
    description:
      'True to submit although questions are open: what is open stays so, and the practice sees it.',
    optional: true,
    example: false,
  })
  openCountsAsUnknown?: boolean | null;
}

import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IntegerField,
  PartialFields,
  PatternField,
  TextField,
} from '../common/fields';
import { MOST_PIXELS_A_SIDE } from './logo';

const BASE64 = {
  pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
  message: 'must be Base64',
  maxLength: 700_000,
};
const PIXELS = { minimum: 1, maximum: MOST_PIXELS_A_SIDE };

export class LetterheadText {
  @TextField({
    description: 'The firm as reports name it; null: reports that its people draw up name none.',
    example: 'Ellery Compliance, LLC',
    maxLength: 120,
    optional: true,
  })
  name?: string | null;

  @TextField({
    description: 'One line to reach the firm by: address of its site, telephone, mail.',
    example: 'ellery.example',
    maxLength: 200,
    optional: true,
    mayHoldIdentifiers: true,
  })
  contact?: string | null;
}

export class FirmsShown {
  @BooleanField({
    description: 'Reports of this practice name the firm whose people drew them up.',
    example: true,
  })
  showsFirms: boolean;
}

class LetterheadFields extends LetterheadText {
  @PatternField({
    description:
      'A PNG or JPEG picture, Base64; it is read and written anew, so that it comes back other than it was sent. null removes it.',
    optional: true,
    ...BASE64,
  })
  logo?: string | null;

  @BooleanField({
    description: 'Reports of this practice name the firm whose people drew them up.',
    example: true,
  })
  showsFirms: boolean;
}

export class UpdateLetterheadDto extends PartialFields(LetterheadFields) {}

export class LogoResponse {
  @ChoiceField(['image/png', 'image/jpeg'], { description: 'What it is.' })
  mediaType: 'image/png' | 'image/jpeg';

  @IntegerField({ description: 'Pixels across.', ...PIXELS })
  width: number;

  @IntegerField({ description: 'Pixels down.', ...PIXELS })
  height: number;

  @PatternField({
    description: 'SHA-256 of the bytes, hex.',
    ...{ pattern: '^[0-9a-f]{64}$', message: 'must be a SHA-256 digest in hex', maxLength: 64 },
  })
  digest: string;

  @PatternField({ description: 'The bytes, Base64.', ...BASE64 })
  data: string;
}

export class FirmResponse {
  @TextField({ description: 'The firm as reports name it.', maxLength: 120 })
  name: string;

  @TextField({ description: 'One line to reach it by.', maxLength: 200, optional: true })
  contact: string | null;

  @ApiProperty({ type: () => LogoResponse, nullable: true, description: 'Its logo.' })
  logo: LogoResponse | null;
}

export class LetterheadResponse {
  @IdField({ description: 'Id of the organization.' })
  id: string;

  @IntegerField({
    description: 'Version, also sent as ETag; 0 while nothing is set.',
    example: 1,
    minimum: 0,
    maximum: 2147483647,
  })
  version: number;

  @TextField({ description: 'The firm as reports name it.', maxLength: 120, optional: true })
  name: string | null;

  @TextField({ description: 'One line to reach it by.', maxLength: 200, optional: true })
  contact: string | null;

  @ApiProperty({ type: () => LogoResponse, nullable: true, description: 'Its logo.' })
  logo: LogoResponse | null;

  @BooleanField({ description: 'Reports of this practice name the firm whose people drew them up.' })
  showsFirms: boolean;

  @ApiProperty({
    type: () => [FirmResponse],
    description: 'The firms whose people work here as consultants, as reports would name them.',
  })
  firms: FirmResponse[];
}

// A connection: how an asset reaches another, a place's network, or an AI tool, and how that way is protected (45 CFR 164.312(e)).
import type { CalendarDate } from '../common/calendar-date';
import { ChoiceField, DateField, KeyField, TextField } from '../common/fields';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';
import { NETWORKS, type Network } from './asset-words';

export class AssetConnectionFields {
  @KeyField({ description: 'Key of the asset at this end.', example: 'front-desk-laptop' })
  from: string;

  @KeyField({
    description:
      'Key of the asset at the other end. Each connection leads to one asset, one place or one service.',
    optional: true,
    example: 'records-system',
  })
  toAsset?: string | null;

  @KeyField({ description: 'Key of the place at the other end.', optional: true, example: 'home-office' })
  toLocation?: string | null;

  @KeyField({
    description: 'Key of the service (the AI tool) at the other end.',
    optional: true,
    example: 'northlight-scribe',
  })
  toService?: string | null;

  @TextField({
    description: 'What it is for.',
    optional: true,
    example: 'Writing notes in the records system',
    maxLength: 200,
  })
  purpose?: string | null;

  @ChoiceField(NETWORKS, { description: 'Over what it goes.', example: 'internet' })
  network: Network;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Does client data go this way? Not known counts as yes.' })
  carriesClientData: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Is what goes this way encrypted?' })
  encryptedInTransit: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does it reach into the practice from outside, such as from home?',
    example: 'no',
  })
  remoteAccess: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does signing in take a second factor?',
    optional: true,
  })
  secondFactor?: YesNoUnknown | null;

  @DateField({
    description: 'Last day on which there was this connection; leave out while there is.',
    optional: true,
    example: '2026-08-31',
  })
  endedOn?: CalendarDate | null;

  @DateField({
    description: 'When somebody last checked that all this still holds.',
    optional: true,
    example: '2026-09-14',
  })
  reviewedOn?: CalendarDate | null;
}

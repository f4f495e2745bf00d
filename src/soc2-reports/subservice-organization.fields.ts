// The vendors of the vendor, as the report names them, and what it assumes that they do.
import { ChoiceField, DateField, KeyField, TextField, TextListField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { SUBSERVICE_METHODS, type SubserviceMethod } from './soc2-words';
import { CRITERION } from './tests-of-controls.fields';

export class SubserviceOrganizationFields {
  @TextField({ description: 'Name of the company.', example: 'Example Cloud Hosting', maxLength: 200 })
  name: string;

  @TextField({ description: 'What it does.', example: 'hosting', maxLength: 200 })
  service: string;

  @ChoiceField(SUBSERVICE_METHODS, {
    description: '"carve_out": its controls are left out of the report; "inclusive": they are inside.',
    example: 'carve_out',
  })
  method: SubserviceMethod;

  @DateField({
    description: 'Day on which its own report was reviewed. A company that is carved out needs it.',
    optional: true,
    example: '2026-09-15',
  })
  reviewedOn?: CalendarDate | null;

  @KeyField({
    description: 'Key of its own report, where that is recorded.',
    optional: true,
    example: 'cloud-host-soc2-2026',
  })
  reviewedReport?: string | null;
}

export class SubserviceControlFields {
  @TextField({
    description: 'The company that is assumed to do it.',
    example: 'Example Cloud Hosting',
    maxLength: 200,
  })
  organization: string;

  @TextField({
    description: 'What the report assumes that it does.',
    example: 'Data centres are physically secured.',
    maxLength: 1000,
  })
  text: string;

  @TextListField({
    description: 'Criteria that lean on it, as printed.',
    optional: true,
    example: [CRITERION.example],
    maxLength: CRITERION.maxLength,
    maxItems: 50,
  })
  criteria?: string[] | null;
}

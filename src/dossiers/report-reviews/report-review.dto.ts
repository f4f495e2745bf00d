import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField,
  ChoiceField,
  DateField,
  KeyField,
  RecordField,
  RecordListField,
  TextField,
  TextListField,
} from '../../common/fields';
import type { CalendarDate } from '../../common/calendar-date';
import { ENTITY_FINDINGS, type EntityFinding } from '../../soc2-reports/reported-entity';
import {
  COUNTS_AS,
  RED_FLAG_IDS,
  RED_FLAG_SEVERITIES,
  type CountsAs,
  type RedFlagId,
  type RedFlagSeverity,
} from '../../soc2-reports/soc2-knowledge';
import type { ReviewOfReport } from './review-of-report';

const LINE = { maxLength: 2000 };

class ReviewedDocument {
  @TextField({ description: 'What the document is called.', example: 'SOC 2 Type 2', ...LINE })
  name: string;

  @ChoiceField(COUNTS_AS, { description: 'How it counts; "none": it earns nothing as a SOC 2 report.' })
  countsAs: CountsAs;

  @TextField({ description: 'What such a document shows.', ...LINE })
  meaning: string;
}

class OpinionReading {
  @TextField({ description: 'What the opinion says.', ...LINE })
  meaning: string;

  @TextField({ description: 'What to make of it.', ...LINE })
  judgement: string;

  @TextField({ description: 'How this is known.', ...LINE })
  basis: string;
}

class ServiceStanding {
  @KeyField({ description: 'Key of the service.', example: 'northlight-scribe' })
  key: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the report earns nothing for the service, whatever the date; null where it can earn.',
  })
  earnsNothingBecause: string | null;
}

class RedFlagResponse {
  @ChoiceField(RED_FLAG_IDS, { description: 'Which flag.' })
  id: RedFlagId;

  @ChoiceField(RED_FLAG_SEVERITIES, { description: 'How severe.' })
  severity: RedFlagSeverity;

  @TextField({ description: 'The flag in general.', ...LINE })
  flag: string;

  @TextField({ description: 'What raised it here.', ...LINE })
  because: string;

  @TextField({ description: 'What to ask for.', ...LINE })
  ask: string;

  @TextField({ description: 'How the flag is known.', example: 'from knowledge', ...LINE })
  basis: string;

  @BooleanField({ description: 'True where no source has been checked for it.', example: true })
  isUnverified: boolean;
}

class BridgeStandingResponse {
  @DateField({
    description:
      'Last day to which bridge letters carry the report past its months; none while it is current, and where none carries it. One letter carries three months at most: good practice, not law.',
    optional: true,
  })
  carriedUntil: CalendarDate | null;

  @TextListField({
    description: 'Why letters carry it no further, where it counts as ended.',
    maxLength: 1000,
    maxItems: 25,
  })
  notCarriedBecause: string[];
}

/** What GET .../soc2-reports/{id}/review answers with. Not advice of a lawyer or an auditor. */
export class ReportReviewResponse implements ReviewOfReport {
  @DateField({ description: "Date for which it is judged: today in the practice's time zone." })
  asOf: CalendarDate;

  @KeyField({ description: 'Key of the report.', example: 'northlight-soc2-2026' })
  key: string;

  @RecordField(() => ReviewedDocument, { description: 'Which document this is.' })
  document: ReviewedDocument;

  @RecordField(() => OpinionReading, { description: 'What the opinion means.' })
  opinion: OpinionReading;

  @ChoiceField(ENTITY_FINDINGS, {
    description: 'Whether the entity reported on is the vendor that signs the agreement.',
  })
  entity: EntityFinding;

  @RecordListField(() => ServiceStanding, {
    description: 'The services in its scope, and whether the report can earn credit there.',
    maxItems: 1000,
  })
  services: ServiceStanding[];

  @TextListField({
    description: 'What has to be recorded before the report earns credit.',
    maxLength: 200,
    maxItems: 20,
  })
  stillToRead: string[];

  @RecordListField(() => RedFlagResponse, { description: 'Red flags, worst first.', maxItems: 18 })
  redFlags: RedFlagResponse[];

  @RecordField(() => BridgeStandingResponse, {
    description: 'How bridge letters carry a report that is older than its months.',
  })
  bridge: BridgeStandingResponse;
}

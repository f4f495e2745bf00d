// Taking out text that should not have been typed, for good: from records, from assessments, which are issued anew without it, and with the
// reports that were printed of them. One transaction: all of it goes, or nothing.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssessmentDocument } from '../assessments/assessment.document';
import { Assessment } from '../assessments/assessment.entity';
import { recordEvents, type HappenedEvent } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { SIGNING_KEY, type SigningKey } from '../common/signing/signing-key';
import { enterPerson, Tenancy } from '../database/tenancy';
import { storedDossier } from '../dossiers/dossier.query';
import type { PersonCaller } from '../identity/caller';
import { ChangeChecks } from '../records/change-checks';
import { refuseUnlessRecent } from '../second-factors/recent-sign-in';
import { namedPlaces, type TextsById } from './named-places';
import { redactAssessments } from './redacted-assessments';
import { redactComments } from './redacted-comments';
import { redactFileNames } from './redacted-files';
import { redactVendorLinks } from './redacted-vendor-links';
import { redactedRecords, writeRedactedRecords } from './redacted-records';
import { ASSESSMENT, COMMENT, type RedactDto, type RedactionOutcome } from './redaction.dto';
import { textOfComment } from './redaction.query';
import { RemovedTexts } from './removed-texts';
import { takenOutOfDossier, textsOfDocument } from './take-out';

/** For longer than idempotency keys remember. */
const ANSWERS_KEPT_MILLISECONDS = 25 * 3_600_000;

@Injectable()
export class RedactionsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly checks: ChangeChecks,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SIGNING_KEY) private readonly signingKey: SigningKey,
  ) {}

  /**
   * @returns what was taken out and where, and where the text still seems to stand
   * @throws DomainError recent-sign-in-needed, unless only looked at; request-invalid that points to each place without a text
   */
  async redact(organizationId: string, caller: PersonCaller, body: RedactDto): Promise<RedactionOutcome> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      if (!body.preview) {
        await enterPerson(manager, caller.id);
        await refuseUnlessRecent(manager, caller, now);
      }
      const dossier = await storedDossier(manager, organizationId);
      const named = namedPlaces(
        body.places,
        dossier,
        await textsOfAssessments(manager, organizationId, body),
        await textsOfComments(manager, organizationId, body),
      );
      const texts = new RemovedTexts(named.texts);
      const records = takenOutOfDossier(dossier, named.ofRecords, texts);
      const outcome: RedactionOutcome = {
        preview: body.preview === true,
        records: redactedRecords(records),
        assessments: [],
        comments: [],
        reports: [],
        files: [],
        vendorLinks: [],
      };
      const run = { manager, organizationId, body, texts, now, signingKey: this.signingKey };
      const ofAssessments = await redactAssessments(run, named.ofAssessments, outcome);
      const ofComments = await redactComments(run, named.ofComments, outcome);
      const ofFiles = await redactFileNames(manager, organizationId, texts, outcome);
      const ofLinks = await redactVendorLinks(manager, organizationId, texts, outcome);
      if (outcome.preview) return outcome;
      const ofRecords = await writeRedactedRecords(
        manager,
        organizationId,
        records.value,
        outcome.records,
        now,
      );
      await recordEvents(manager, organizationId, caller, now, [
        summaryOf(organizationId, body, outcome),
        ...ofRecords,
        ...ofAssessments,
        ...ofComments,
        ...ofFiles,
        ...ofLinks,
      ]);
      // Scores are worked out anew, without the text.
      await this.checks.run(manager, { organizationId, caller, record: null });
      await manager.query('select forget_answers_kept_for($1, $2)', [
        organizationId,
        new Date(now.getTime() - ANSWERS_KEPT_MILLISECONDS),
      ]);
      return outcome;
    });
  }
}

/** Of the assessments that the request names, those whose document is there. */
async function textsOfAssessments(
  manager: EntityManager,
  organizationId: string,
  { places }: RedactDto,
): Promise<TextsById> {
  const texts = new Map<string, ReadonlyMap<string, string>>();
  for (const id of new Set(places.map((place) => (place.in === ASSESSMENT ? place.assessment : null)))) {
    const stored = id ? await manager.findOneBy(Assessment, { organizationId, id }) : null;
    if (id && stored?.document)
      texts.set(id, textsOfDocument(JSON.parse(stored.document) as AssessmentDocument));
  }
  return texts;
}

/** Of the comments that the request names, each at the one pointer that it has. */
async function textsOfComments(
  manager: EntityManager,
  organizationId: string,
  { places }: RedactDto,
): Promise<TextsById> {
  const texts = new Map<string, ReadonlyMap<string, string>>();
  for (const id of new Set(places.map((place) => (place.in === COMMENT ? place.comment : null)))) {
    if (!id) continue;
    const { text, values } = textOfComment(organizationId, id);
    const [stored] = await manager.query<{ text: string }[]>(text, values as unknown[]);
    if (stored) texts.set(id, new Map([['/text', stored.text]]));
  }
  return texts;
}

function summaryOf(organizationId: string, { reason }: RedactDto, outcome: RedactionOutcome): HappenedEvent {
  const changed = ({ pointers }: { pointers: readonly string[] }): boolean => pointers.length > 0;
  const data = {
    reason,
    records: outcome.records.filter(changed).length,
    assessments: outcome.assessments.filter(changed).length,
    comments: outcome.comments.filter(changed).length,
    reports: outcome.reports.length,
    files: outcome.files.length,
    vendorLinks: outcome.vendorLinks.length,
  };
  return { action: 'text.redacted', subjectKind: 'organization', subjectId: organizationId, data };
}

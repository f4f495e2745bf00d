// The steps of a form of consent after it was drafted: adopted, attested to be in use, withdrawn. Each is one transaction with its events; what the attestation says
// of each tool goes with it into the practice's measures, which scoring reads.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents, type HappenedEvent } from '../audit-log/audit-log';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { MAX_LISTED_FAULTS } from '../common/faults';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { Tenancy } from '../database/tenancy';
import { storedDossier } from '../dossiers/dossier.query';
import type { Dossier } from '../dossiers/dossier.document';
import type { Caller } from '../identity/caller';
import type { ConsentFields } from '../practice-measures/practice-measures.fields';
import { PRACTICE_MEASURES } from '../practice-measures/practice-measures.record';
import { ChangeChecks } from '../records/change-checks';
import { keyFromName } from '../records/key-from-name';
import { recordById, type RecordRow } from '../records/record-kind';
import { insertRecords, updateRecord } from '../records/record-writes';
import { adoptionOf, refuseUnreadText } from './adoption';
import type { AdoptConsentFormDto, AttestConsentFormDto, WithdrawConsentFormDto } from './consent-forms.dto';
import { withConsentBy, withoutConsentBy } from './consents-in-use';
import type { ConsentFormRecordFields } from './records/consent-form.fields';
import { CONSENT_FORM } from './records/consent-form.record';
import { stateOfForm } from './records/consent-form-state';
import { buildConsentForm } from './rules/build-consent-form';

export interface FormTarget {
  readonly organizationId: string;
  readonly id: string;
  /** as the caller read it */
  readonly version: number;
}

type StoredForm = ConsentFormRecordFields & RecordRow;

interface Ground {
  readonly manager: EntityManager;
  readonly form: StoredForm;
  readonly dossier: Dossier;
  readonly now: Date;
  readonly today: CalendarDate;
}

interface Taken {
  readonly action: 'adopted' | 'attested' | 'withdrawn';
  readonly row: Partial<ConsentFormRecordFields>;
  readonly data: Record<string, unknown>;
  /** what the consents around a tool become; null where they stay */
  readonly consents: ((before: ConsentFields[] | null) => ConsentFields[] | null) | null;
}

@Injectable()
export class ConsentFormSteps {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly checks: ChangeChecks,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError consent-form-open with the elements that cannot be said; consent-form-not-at-that-step; stale-version, also where the text is not the one that was read; not-found */
  adopt(target: FormTarget, caller: Caller, by: AdoptConsentFormDto): Promise<RecordRow> {
    return this.take(target, caller, ({ form, dossier, today }) => {
      if (form.adoption || form.withdrawal) throw notAtThatStep('Only a draft is adopted.');
      const { consentElements: elements, recordingConsent } = this.catalogs;
      const built = buildConsentForm(form, dossier, { asOf: today, elements, recordingConsent });
      if (built.open.length > 0) throw openElements(built.open);
      const adoption = adoptionOf(form, built, { name: by.name, role: by.role }, today);
      refuseUnreadText(by.digest, adoption);
      const data = { digest: adoption.digest, elements: adoption.elements.length };
      return { action: 'adopted', row: { adoption }, data, consents: null };
    });
  }

  /** @throws DomainError consent-form-not-at-that-step; records-incoherent where the days cannot be; stale-version; not-found */
  attest(target: FormTarget, caller: Caller, body: AttestConsentFormDto): Promise<RecordRow> {
    return this.take(target, caller, ({ form, dossier, today }) => {
      if (stateOfForm(form, dossier.consentForms ?? []) !== 'adopted')
        throw notAtThatStep(
          'A form is attested once, after it was adopted and while it is neither withdrawn nor replaced.',
        );
      const attestation = { ...body, attestedOn: today };
      const attested = { ...form, attestation };
      const data = { inUseSince: body.inUseSince };
      const consents = (before: ConsentFields[] | null) => withConsentBy(attested, before);
      return { action: 'attested', row: { attestation }, data, consents };
    });
  }

  /** @throws DomainError consent-form-not-at-that-step; stale-version; not-found */
  withdraw(target: FormTarget, caller: Caller, body: WithdrawConsentFormDto): Promise<RecordRow> {
    return this.take(target, caller, ({ form, today }) => {
      if (form.withdrawal) throw notAtThatStep('The form was withdrawn already.');
      const withdrawal = { ...body, withdrawnOn: today };
      const consents = (before: ConsentFields[] | null) =>
        form.attestation ? withoutConsentBy(form, before) : before;
      return { action: 'withdrawn', row: { withdrawal }, data: {}, consents };
    });
  }

  private take(
    { organizationId, id, version }: FormTarget,
    caller: Caller,
    step: (ground: Ground) => Taken,
  ): Promise<RecordRow> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      const form = await storedForm(manager, organizationId, id);
      refuseStale(form, version, 'consent form');
      const dossier = await storedDossier(manager, organizationId);
      const today = dateInTimeZone(now, dossier.practice.timeZone);
      const { action, row, data, consents } = step({ manager, form, dossier, now, today });
      const { key } = form;
      const changed = { ...row, version: version + 1, updatedAt: now };
      await updateRecord(manager, CONSENT_FORM, { organizationId, id, key, version }, changed);
      const happened: HappenedEvent = {
        action: `consent_form.${action}`,
        subjectKind: CONSENT_FORM.name,
        subjectId: id,
        data: { key, version: version + 1, ...data },
      };
      const measures = consents
        ? await writeConsents(manager, organizationId, form.services, consents, now)
        : [];
      await recordEvents(manager, organizationId, caller, now, [happened, ...measures]);
      const record = { dossierList: CONSENT_FORM.dossierList, key };
      await this.checks.run(manager, { organizationId, caller, record });
      return storedForm(manager, organizationId, id);
    });
  }
}

async function storedForm(manager: EntityManager, organizationId: string, id: string): Promise<StoredForm> {
  const { text, values } = recordById(CONSENT_FORM, organizationId, id);
  const [form] = await manager.query<StoredForm[]>(text, values as unknown[]);
  if (!form) throw new DomainError('not-found', 'There is no consent form with this id.');
  return form;
}

interface StoredMeasures {
  id: string;
  key: string;
  version: number;
  service: string;
  consents: ConsentFields[] | null;
}

/** One read, then one write a tool whose consents change. @returns an event for each */
async function writeConsents(
  manager: EntityManager,
  organizationId: string,
  services: readonly string[],
  consentsAfter: (before: ConsentFields[] | null) => ConsentFields[] | null,
  now: Date,
): Promise<HappenedEvent[]> {
  const stored = await manager.query<StoredMeasures[]>(
    `select r.id, r.key, r.version, r.service_key as service, r.consents from practice_measures r
      where r.organization_id = $1 and r.service_key = any ($2)`,
    [organizationId, services],
  );
  const events: HappenedEvent[] = [];
  for (const service of services) {
    const measures = stored.find((one) => one.service === service);
    const before = measures?.consents ?? null;
    const consents = consentsAfter(before);
    if (JSON.stringify(consents) === JSON.stringify(before)) continue;
    const id = measures?.id ?? uuidv7();
    const key = measures?.key ?? keyFromName(`${service}-measures`, 'measures');
    const version = (measures?.version ?? 0) + 1;
    if (measures) {
      const identity = { organizationId, id, key, version: measures.version };
      await updateRecord(manager, PRACTICE_MEASURES, identity, { consents, version, updatedAt: now });
    } else {
      const made = { organizationId, id, key, service, consents, version, createdAt: now, updatedAt: now };
      await insertRecords(manager, PRACTICE_MEASURES, [made]);
    }
    const action = `practice_measures.${measures ? 'updated' : 'created'}`;
    const data = { key, version, ...(measures ? { fields: ['consents'] } : {}) };
    events.push({ action, subjectKind: PRACTICE_MEASURES.name, subjectId: id, data });
  }
  return events;
}

function notAtThatStep(detail: string): DomainError {
  return new DomainError('consent-form-not-at-that-step', detail);
}

function openElements(
  open: readonly { id: string; title: string; missing: readonly { text: string }[] }[],
): DomainError {
  const faults = open.slice(0, MAX_LISTED_FAULTS).map(({ id, title, missing }) => ({
    pointer: `/elements/${id}`,
    code: 'element-open' as const,
    detail: `“${title}” cannot be said: ${missing.map(({ text }) => text).join(' ')}`,
  }));
  const count = open.length === 1 ? 'One element is' : `${open.length} elements are`;
  return new DomainError('consent-form-open', `${count} still open.`, faults);
}

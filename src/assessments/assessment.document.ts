// The assessment: the document of a practice at a date, with the facts as they stood and every result inside. Reports read
// nothing else. Its canonical bytes (RFC 8785) are what is digested, signed and kept.
import type { CalendarDate } from '../common/calendar-date';
import type { LevelMatrix } from '../common/level';
import type { Dossier } from '../dossiers/dossier.document';
import type { PreparedBy } from '../letterheads/prepared-by';
import type { AgreementRegister } from './registers/agreement-register';
import type { AssuranceRegister } from './registers/assurance-register';
import type { Comparison } from './registers/comparison';
import type { EvidenceEntry } from './registers/evidence-register';
import type { SafeguardsReview } from '../safeguards/safeguards-review';
import type { ConsentRegister } from './registers/consent-register';
import type { WorkforceRegister } from './registers/workforce-register';
import type { InventoryRegister } from './registers/inventory-register';
import type { RegisteredIncident } from './registers/incident-register';
import type { RiskManagementRegister } from './registers/risk-management-register';
import type { OversightRegister } from './registers/oversight-register';
import type { ObligationRegister } from './registers/obligation-register';
import type { PracticeResult } from './scoring/practice-result';
import type { ServiceResult } from './scoring/service-result';
import type { TopStep } from './scoring/steps/top-steps';

export const ASSESSMENT_FORMAT = 'duecare-assessment';
export const ASSESSMENT_FORMAT_VERSION = 1;

export interface NamedPerson {
  name: string;
  role: string;
}

export interface Signing extends NamedPerson {
  /** instant, ISO 8601 in UTC */
  at: string;
  statement: string;
}

/** An assessment that was sealed before. */
export interface EarlierVersion {
  assessmentId: string;
  asOf: CalendarDate;
  digest: string;
}

/** That text was taken out of a document, which this one supersedes. What was taken out is not known any more. */
export interface Redaction {
  /** instant, ISO 8601 in UTC */
  at: string;
  /** who had it taken out */
  by: NamedPerson;
  reason: string;
  /** in how many places of the document text was taken out */
  places: number;
  supersedes: { assessmentId: string; digest: string };
}

export interface AssessmentDocument {
  format: typeof ASSESSMENT_FORMAT;
  formatVersion: typeof ASSESSMENT_FORMAT_VERSION;
  /** null for what the command line makes */
  assessmentId: string | null;
  organizationId: string | null;
  title: string;
  /** what the document covers and what it does not */
  scope: string;
  notice: string;
  status: 'draft' | 'reviewed' | 'sealed';
  asOf: CalendarDate;
  /** the date on which the law entries behind the gates were last read */
  lawAsOf: CalendarDate;
  /** instant, ISO 8601 in UTC */
  createdAt: string;
  engine: { name: 'duecare'; version: string };
  /** the scoring model and the catalogs used, each with the SHA-256 of its file */
  catalogs: { id: string; version: string; digest: string }[];
  /** the tables looked up, as the scoring model of the day printed them: g5[initiation][adverseImpact], i2[likelihood][impact] */
  matrices: { g5: LevelMatrix; i2: LevelMatrix };
  assessor: NamedPerson | null;
  /** the firm whose people drew it up, as its reports name it for ever; absent where no firm did, or none is to be named */
  preparedBy?: PreparedBy;
  /** what the assessor knows of such work, who may have it, the lawyer who had it made; absent where nothing was said */
  preparation?: { competence?: string | null; distribution?: string | null; counsel?: string | null };
  /** the sealed assessments before this one, newest first; absent where nothing tells */
  earlierVersions?: EarlierVersion[];
  review: Signing | null;
  /** who sealed; null while a draft or reviewed */
  signOff: Signing | null;
  /** each time that text was taken out, oldest first; absent where none was */
  redactions?: Redaction[];
  practice: { key: string; name: string };
  dossier: Dossier;
  results: ServiceResult[];
  /** the threats of the practice's own register; documents of before they were rated are without it */
  practiceResult?: PracticeResult;
  /** how agreements stand and the days without one; this and the next two: documents of before they were drawn up are without them */
  agreementRegister?: AgreementRegister;
  /** what reports and attestations are worth, with red flags */
  assuranceRegister?: AssuranceRegister;
  /** how fresh the documents on file are */
  evidenceRegister?: EvidenceEntry[];
  /** the practice held against every entry of the Security Rule; documents of before it was reviewed are without it */
  safeguardsReview?: SafeguardsReview;
  /** how incidents and what they brought with them stood on the date; documents of before it was worked out are without it */
  incidentRegister?: RegisteredIncident[];
  /** consents asked and the forms behind them; documents of before it was worked out are without it */
  consentRegister?: ConsentRegister;
  /** policies and training on the date; documents of before they were worked out are without them */
  workforceRegister?: WorkforceRegister;
  /** what was open about places, assets and connections on the date; documents of before there was an inventory are without it */
  inventoryRegister?: InventoryRegister;
  /** how findings, acceptances and the practice's own decisions stood on the date; documents of before they were worked out are without it */
  riskManagement?: RiskManagementRegister;
  /** the oversight of AI tools in use, as it stood on the date; documents of before it was worked out are without it */
  oversightRegister?: OversightRegister;
  /** what was due, done and late on the date, and what comes; documents of before it was worked out are without it */
  obligationRegister?: ObligationRegister;
  /** the steps that lower most across the services, each taken alone */
  topSteps?: TopStep[];
  /** against the previous sealed assessment; absent when there is none */
  comparison?: Comparison;
  /** the earliest holdsUntil of the results, that of the practice among them */
  holdsUntil: { date: CalendarDate; because: string } | null;
  /** sources that the document cites, each once */
  sources: { citation: string; title: string; confidence: 'high' | 'medium' | 'low'; basis: string }[];
}

/** The envelope on disk and on the wire. `document` is the parsed form; the digest is over its canonical bytes. */
export interface SealedAssessment {
  document: AssessmentDocument;
  seal: {
    canonicalization: 'RFC8785';
    digest: { algorithm: 'SHA-256'; hex: string };
    signatures: { algorithm: 'Ed25519'; publicKey: string; keyId: string; signature: string }[];
    timestamps: { kind: 'RFC3161'; token: string }[];
  };
}

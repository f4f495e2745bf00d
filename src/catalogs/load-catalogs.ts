// Reads catalogs/ once, when the application starts. A fault names the file and the place in it, and nothing starts.
import { createHash } from 'node:crypto';
import type { CalendarDate } from '../common/calendar-date';
import { PROJECT_ROOT } from '../common/project-root';
import type { QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type {
  AgreementProvisionsCatalog,
  CatalogHead,
  RecordingConsentCatalog,
  ScoringModel,
  ScoringModelFile,
  TechChecklistCatalog,
} from '../assessments/scoring/scoring-model';
import {
  checkAgreementProvisions,
  checkRecordingConsent,
  checkScoringModel,
  checkStateActs,
  uniqueIds,
} from './cross-checks';
import { checkAnsweredFacts } from './answered-facts.checks';
import { checkSafeguardFacts } from './safeguard-facts.checks';
import {
  assetInventoryShape,
  checkAssetInventory,
  type AssetInventoryCatalog,
} from './asset-inventory.shape';
import { attestationsShape, checkAttestations, checkSoc2, soc2Shape } from './assurance.shape';
import type { BreachNotificationCatalog } from '../incidents/breach-notification-catalog';
import type { OversightCatalog } from '../oversight/oversight-catalog';
import { aiOversightShape, checkAiOversight } from './ai-oversight.shape';
import { breachNotificationShape, checkBreachNotification } from './breach-notification.shape';
import {
  businessAssociateExceptionsShape,
  checkBusinessAssociateExceptions,
  type BusinessAssociateExceptionsCatalog,
} from './business-associate-exceptions.shape';
import {
  checkClearanceObligations,
  clearanceObligationsShape,
  type ClearanceObligationsCatalog,
} from './clearance-obligations.shape';
import {
  checkFirstAssessment,
  firstAssessmentShape,
  type FirstAssessmentCatalog,
} from './first-assessment.shape';
import type { ConsentElementsCatalog } from '../consent-forms/rules/consent-elements-catalog';
import { checkConsentElements, consentElementsShape } from './consent-elements.shape';
import type { ObligationsCatalog, ProposedRuleCatalog } from '../obligations/rules/obligation-catalog';
import {
  checkObligations,
  checkProposedRule,
  obligationsShape,
  proposedRuleShape,
} from './obligations.shape';
import { agreementProvisionsShape, recordingConsentShape, techChecklistShape } from './other-catalogs.shape';
import { checkQuestionnaire, inOrderOfAsking } from './questionnaire.checks';
import { questionnaireShape } from './questionnaire.shape';
import {
  checkSafeguardQuestions,
  safeguardQuestionsShape,
  type SafeguardQuestionsCatalog,
} from './safeguard-questions.shape';
import { scoringModelShape } from './scoring-model.shape';
import { checkPolicies, policiesShape, type PoliciesCatalog } from './policies.shape';
import { checkTrainingModules, trainingModulesShape, type TrainingCatalog } from './training-modules.shape';
import { checkSecurityRule, securityRuleShape, type SecurityRuleCatalog } from './security-rule.shape';
import type { Shape } from '../common/catalog-files/shape';
import { checked, fieldsOf, joined, parsed, partsOf, readBytes, readWithoutDigest } from './catalog-files';
import { explanations } from '../explanations/explanations';
import { sourcesOf, type CitedSource } from './sources';

export interface CatalogDigest {
  id: string;
  version: string;
  /** SHA-256 in hex, of the file's bytes; of a catalog with a folder, of the file's and then of each part's, by name */
  digest: string;
  lawAsOf: CalendarDate;
}

export interface Catalogs {
  readonly scoringModel: ScoringModel;
  readonly techChecklist: TechChecklistCatalog;
  readonly agreementProvisions: AgreementProvisionsCatalog;
  readonly recordingConsent: RecordingConsentCatalog;
  readonly businessAssociateExceptions: BusinessAssociateExceptionsCatalog;
  readonly breachNotification: BreachNotificationCatalog;
  readonly questionnaire: QuestionnaireCatalog;
  readonly clearanceObligations: ClearanceObligationsCatalog;
  readonly securityRule: SecurityRuleCatalog;
  readonly safeguardQuestions: SafeguardQuestionsCatalog;
  readonly assetInventory: AssetInventoryCatalog;
  readonly obligations: ObligationsCatalog;
  readonly proposedRule: ProposedRuleCatalog;
  readonly consentElements: ConsentElementsCatalog;
  readonly aiOversight: OversightCatalog;
  /** no figure rests on it, so it stands in no digest */
  readonly firstAssessment: FirstAssessmentCatalog;
  /** no figure rests on them either */
  readonly policies: PoliciesCatalog;
  readonly training: TrainingCatalog;
  readonly digests: readonly CatalogDigest[];
  /** everything that the catalogs cite, each citation once, sorted by citation */
  readonly sources: readonly CitedSource[];
}

/** Reads and checks every catalog under `root`/catalogs. Throws a CatalogError that names file and place. */
export function loadCatalogs(root: string = PROJECT_ROOT): Catalogs {
  const digests: CatalogDigest[] = [];
  const read = <T extends CatalogHead>(file: string, shape: Shape<T>, check?: (catalog: T) => void): T => {
    const bytes = readBytes(root, file);
    const catalog = parsed(file, bytes, shape, check);
    const digest = createHash('sha256').update(bytes).digest('hex');
    digests.push({ id: catalog.id, version: catalog.version, digest, lawAsOf: catalog.lawAsOf });
    return catalog;
  };
  /** A file and the folder of its parts. Each part holds lists, which are joined with those of the same name, in order of the parts' names. */
  const readWithParts = <T extends CatalogHead>(
    name: string,
    shape: Shape<T>,
    check: (catalog: T) => void,
  ): T => {
    const files = [`${name}.yaml`, ...partsOf(root, name)];
    const bytes = files.map((file) => readBytes(root, file));
    const whole = joined(files.map((file, place) => fieldsOf(file, bytes[place] as Buffer)));
    const catalog = checked(`${name}.yaml`, whole, shape, check);
    const digest = createHash('sha256').update(Buffer.concat(bytes)).digest('hex');
    digests.push({ id: catalog.id, version: catalog.version, digest, lawAsOf: catalog.lawAsOf });
    return catalog;
  };
  const modelFile = inOrderOfThreats(readWithParts('scoring-model', scoringModelShape, checkScoringModel));
  const techChecklist = read('ai-tech-checklist.yaml', techChecklistShape, ({ items }) =>
    uniqueIds(items, 'items'),
  );
  const agreementProvisions = read(
    'agreement-provisions.yaml',
    agreementProvisionsShape,
    checkAgreementProvisions,
  );
  const recordingConsent = read('recording-consent.yaml', recordingConsentShape, checkRecordingConsent);
  checkStateActs(recordingConsent, modelFile);
  const soc2 = read('soc2.yaml', soc2Shape, checkSoc2);
  const attestations = read('attestations.yaml', attestationsShape, checkAttestations);
  const businessAssociateExceptions = read(
    'business-associate-exceptions.yaml',
    businessAssociateExceptionsShape,
    checkBusinessAssociateExceptions,
  );
  const breachNotification = read(
    'breach-notification.yaml',
    breachNotificationShape,
    checkBreachNotification,
  );
  const questionnaire = inOrderOfAsking(
    readWithParts('due-diligence-questionnaire', questionnaireShape, checkQuestionnaire),
  );
  const clearanceObligations = read('clearance-obligations.yaml', clearanceObligationsShape, (catalog) =>
    checkClearanceObligations(catalog, modelFile),
  );
  const securityRule = read('security-rule.yaml', securityRuleShape, (catalog) =>
    checkSecurityRule(catalog, explanations().citations, agreementProvisions),
  );
  const safeguardQuestions = read('safeguard-questions.yaml', safeguardQuestionsShape, (catalog) =>
    checkSafeguardQuestions(catalog, securityRule, questionnaire),
  );
  const assetInventory = read('asset-inventory.yaml', assetInventoryShape, (catalog) =>
    checkAssetInventory(catalog, securityRule),
  );
  const obligations = read('obligations.yaml', obligationsShape, checkObligations);
  const proposedRule = read('proposed-security-rule.yaml', proposedRuleShape, checkProposedRule);
  const consentElements = read('consent-elements.yaml', consentElementsShape, checkConsentElements);
  const aiOversight = read('ai-oversight.yaml', aiOversightShape, (catalog) =>
    checkAiOversight(catalog, obligations),
  );
  const firstFile = 'first-assessment.yaml';
  const firstAssessment = parsed(firstFile, readBytes(root, firstFile), firstAssessmentShape, (catalog) =>
    checkFirstAssessment(catalog, questionnaire),
  );
  const paraphraseOf = explanations().citations.find;
  const policies = readWithoutDigest(
    'policies',
    policiesShape,
    (one) => checkPolicies(one, paraphraseOf),
    root,
  );
  const training = readWithoutDigest(
    'training-modules',
    trainingModulesShape,
    (one) => checkTrainingModules(one, paraphraseOf),
    root,
  );
  checked(
    'scoring-model.yaml',
    modelFile,
    (model) => model as ScoringModelFile,
    (model) => {
      checkAnsweredFacts(model, questionnaire);
      checkSafeguardFacts(model, securityRule.entries);
    },
  );
  const scoringModel = {
    ...modelFile,
    techChecklist,
    agreementProvisions,
    recordingConsent,
    soc2,
    attestations,
    questionnaire,
  };
  return {
    scoringModel,
    techChecklist,
    agreementProvisions,
    recordingConsent,
    businessAssociateExceptions,
    breachNotification,
    questionnaire,
    clearanceObligations,
    securityRule,
    safeguardQuestions,
    assetInventory,
    obligations,
    proposedRule,
    consentElements,
    aiOversight,
    firstAssessment,
    policies,
    training,
    digests,
    sources: sourcesOf(
      scoringModel,
      questionnaire,
      securityRule.entries,
      explanations().citations,
      breachNotification,
    ),
  };
}

/** The parts hold threats by topic; results tell them by id. */
function inOrderOfThreats(model: ScoringModelFile): ScoringModelFile {
  return { ...model, threats: [...model.threats].sort((first, second) => (first.id < second.id ? -1 : 1)) };
}

// The migrations, oldest first. Named here one by one so that nothing is found by a file pattern.
import { CreateOrganizations1795305600000 } from './1795305600000-CreateOrganizations';
import { CreateVendorRecords1795305660000 } from './1795305660000-CreateVendorRecords';
import { CreateAssessments1795305720000 } from './1795305720000-CreateAssessments';
import { WidenVendorRecords1795400000000 } from './1795400000000-WidenVendorRecords';
import { CreateVendorFacts1795400060000 } from './1795400060000-CreateVendorFacts';
import { AddStartToDataFlows1795401000000 } from './1795401000000-AddStartToDataFlows';
import { AddLifecycleToAgreements1795401060000 } from './1795401060000-AddLifecycleToAgreements';
import { WidenSoc2Reports1795402000000 } from './1795402000000-WidenSoc2Reports';
import { CreateAttestations1795402060000 } from './1795402060000-CreateAttestations';
import { CreateFiles1795403000000 } from './1795403000000-CreateFiles';
import { CreateQuestionnaires1795404000000 } from './1795404000000-CreateQuestionnaires';
import { CreateRescoring1795405000000 } from './1795405000000-CreateRescoring';
import { AddKindToReports1795406000000 } from './1795406000000-AddKindToReports';
import { AddWorkbookToReportFormats1795407000000 } from './1795407000000-AddWorkbookToReportFormats';
import { KeepReasonBesideScore1795408000000 } from './1795408000000-KeepReasonBesideScore';
import { LetAdjustmentsBeOfThePractice1795409000000 } from './1795409000000-LetAdjustmentsBeOfThePractice';
import { KeepClearanceBesideScore1795412000000 } from './1795412000000-KeepClearanceBesideScore';
import { CreatePeople1795420000000 } from './1795420000000-CreatePeople';
import { CreateInvitationsAndKeys1795420060000 } from './1795420060000-CreateInvitationsAndKeys';
import { ChainAuditLog1795430000000 } from './1795430000000-ChainAuditLog';
import { CreatePasskeys1795440000000 } from './1795440000000-CreatePasskeys';
import { CreateSingleSignOn1795441000000 } from './1795441000000-CreateSingleSignOn';
import { CreateIdempotencyKeys1795450000000 } from './1795450000000-CreateIdempotencyKeys';
import { LetTextBeRedacted1795460000000 } from './1795460000000-LetTextBeRedacted';
import { CreateClosing1795461000000 } from './1795461000000-CreateClosing';
import { NoteWhenCheckpointsCame1795470000000 } from './1795470000000-NoteWhenCheckpointsCame';
import { LetSessionsEndInAnOrganization1795480000000 } from './1795480000000-LetSessionsEndInAnOrganization';
import { HoldRedactionsCloser1795490000000 } from './1795490000000-HoldRedactionsCloser';
import { CloseWithinMinutes1795500000000 } from './1795500000000-CloseWithinMinutes';
import { PurgeEndedWaysIn1795510000000 } from './1795510000000-PurgeEndedWaysIn';
import { CreateVendorLinks1795600000000 } from './1795600000000-CreateVendorLinks';
import { CreatePortfolio1795610000000 } from './1795610000000-CreatePortfolio';
import { AskOnceWhichOrganizationsAreRead1795610060000 } from './1795610060000-AskOnceWhichOrganizationsAreRead';
import { CreateLetterheads1795611000000 } from './1795611000000-CreateLetterheads';
import { LetAdjustmentsBeWithdrawn1795620000000 } from './1795620000000-LetAdjustmentsBeWithdrawn';
import { CreateAssessmentComments1795630000000 } from './1795630000000-CreateAssessmentComments';
import { CreateExamplePractices1795650000000 } from './1795650000000-CreateExamplePractices';
import { PurgeVendorLinkDigests1795652000000 } from './1795652000000-PurgeVendorLinkDigests';
import { TellExamplesOfPerson1795660000000 } from './1795660000000-TellExamplesOfPerson';
import { LookUpWhichOrganizationsAreRead1795670000000 } from './1795670000000-LookUpWhichOrganizationsAreRead';
import { CreateSafeguards1795700000000 } from './1795700000000-CreateSafeguards';
import { CreateIncidents1795710000000 } from './1795710000000-CreateIncidents';
import { CreateObligationRecords1795720000000 } from './1795720000000-CreateObligationRecords';
import { CreateConsentForms1795730000000 } from './1795730000000-CreateConsentForms';
import { CreateCalendarLinks1795720060000 } from './1795720060000-CreateCalendarLinks';
import { CreatePoliciesAndTraining1795740000000 } from './1795740000000-CreatePoliciesAndTraining';
import { CreateAssets1795750000000 } from './1795750000000-CreateAssets';
import { CreateRiskManagement1795760000000 } from './1795760000000-CreateRiskManagement';
import { CreateOversightRegisters1795770000000 } from './1795770000000-CreateOversightRegisters';
import { AddTransferToDataFlows1795780000000 } from './1795780000000-AddTransferToDataFlows';
import { KeepEarlierDecisions1795790000000 } from './1795790000000-KeepEarlierDecisions';
import { AddCorrections1795791000000 } from './1795791000000-AddCorrections';
import { SortNamesAsPeopleDo1795793000000 } from './1795793000000-SortNamesAsPeopleDo';
import { KeepDisclosureBesideScore1795794000000 } from './1795794000000-KeepDisclosureBesideScore';
import { KeepOverviewBesideScore1795795000000 } from './1795795000000-KeepOverviewBesideScore';

export const MIGRATIONS = [
  CreateOrganizations1795305600000,
  CreateVendorRecords1795305660000,
  CreateAssessments1795305720000,
  WidenVendorRecords1795400000000,
  CreateVendorFacts1795400060000,
  AddStartToDataFlows1795401000000,
  AddLifecycleToAgreements1795401060000,
  WidenSoc2Reports1795402000000,
  CreateAttestations1795402060000,
  CreateFiles1795403000000,
  CreateQuestionnaires1795404000000,
  CreateRescoring1795405000000,
  AddKindToReports1795406000000,
  AddWorkbookToReportFormats1795407000000,
  KeepReasonBesideScore1795408000000,
  LetAdjustmentsBeOfThePractice1795409000000,
  KeepClearanceBesideScore1795412000000,
  CreatePeople1795420000000,
  CreateInvitationsAndKeys1795420060000,
  ChainAuditLog1795430000000,
  CreatePasskeys1795440000000,
  CreateSingleSignOn1795441000000,
  CreateIdempotencyKeys1795450000000,
  LetTextBeRedacted1795460000000,
  CreateClosing1795461000000,
  NoteWhenCheckpointsCame1795470000000,
  LetSessionsEndInAnOrganization1795480000000,
  HoldRedactionsCloser1795490000000,
  CloseWithinMinutes1795500000000,
  PurgeEndedWaysIn1795510000000,
  CreateVendorLinks1795600000000,
  CreatePortfolio1795610000000,
  AskOnceWhichOrganizationsAreRead1795610060000,
  CreateLetterheads1795611000000,
  LetAdjustmentsBeWithdrawn1795620000000,
  CreateAssessmentComments1795630000000,
  CreateExamplePractices1795650000000,
  PurgeVendorLinkDigests1795652000000,
  TellExamplesOfPerson1795660000000,
  LookUpWhichOrganizationsAreRead1795670000000,
  CreateSafeguards1795700000000,
  CreateIncidents1795710000000,
  CreateObligationRecords1795720000000,
  CreateCalendarLinks1795720060000,
  CreateConsentForms1795730000000,
  CreatePoliciesAndTraining1795740000000,
  CreateAssets1795750000000,
  CreateRiskManagement1795760000000,
  CreateOversightRegisters1795770000000,
  AddTransferToDataFlows1795780000000,
  KeepEarlierDecisions1795790000000,
  AddCorrections1795791000000,
  SortNamesAsPeopleDo1795793000000,
  KeepDisclosureBesideScore1795794000000,
  KeepOverviewBesideScore1795795000000,
];

// Claims that need their ground beside them: an exception its citation, de-identification its evidence, an answer its basis.
import { SOC2_REPORT_KINDS } from '../../soc2-reports/soc2-words';
import { eachOf, fault, type CoherenceRule } from './rule';

const exceptionsAreCited: CoherenceRule = ({ dataFlows }) =>
  eachOf(dataFlows, ({ recipientRole, exceptionGround, exceptionCitation }, index) => {
    const place = ['dataFlows', index, 'exceptionCitation'] as const;
    return [
      recipientRole === 'exception' &&
        !exceptionGround &&
        !exceptionCitation &&
        fault(
          'citation-missing',
          'name the ground of the exception relied on (exceptionGround), or cite it, such as 45 CFR 164.502(e)(1)(ii)(A)',
          ...place,
        ),
      recipientRole === 'business_associate' &&
        exceptionCitation &&
        fault(
          'citation-not-expected',
          'a business associate relies on no exception; correct recipientRole or take it out',
          ...place,
        ),
    ];
  });

/** 45 CFR 164.514(b): an expert's determination, or 18 identifiers removed; either is shown, not said. */
const deidentificationIsShown: CoherenceRule = ({ dataFlows }) =>
  eachOf(dataFlows, ({ identifiability, deidentificationEvidence }, index) => [
    identifiability.startsWith('deidentified_') &&
      !deidentificationEvidence &&
      fault(
        'evidence-missing',
        'say what shows it: the expert determination, or how the 18 identifiers are removed (45 CFR 164.514(b))',
        'dataFlows',
        index,
        'deidentificationEvidence',
      ),
  ]);

const answersHaveABasis: CoherenceRule = ({ checklists }) =>
  eachOf(checklists, ({ answers }, checklist) =>
    answers.map(
      ({ value, basis }, answer) =>
        value !== 'unknown' &&
        !basis &&
        fault(
          'basis-missing',
          'say how the answer is known, or answer "unknown"',
          'checklists',
          checklist,
          'answers',
          answer,
          'basis',
        ),
    ),
  );

/** A SOC 2 report always examines security; a qualified opinion says which criteria it excepts, an unqualified one excepts none. */
const soc2OpinionsAreWhole: CoherenceRule = ({ soc2Reports }) =>
  eachOf(soc2Reports, ({ kind, opinion, categories, qualifiedCriteria }, index) => {
    const criteria = qualifiedCriteria?.length ?? 0;
    return [
      SOC2_REPORT_KINDS.includes(kind) &&
        !categories.includes('security') &&
        fault(
          'security-missing',
          'security is always among the categories of a SOC 2 report; add it',
          'soc2Reports',
          index,
          'categories',
        ),
      opinion === 'qualified' &&
        criteria === 0 &&
        fault(
          'criteria-missing',
          'list the criteria that the qualified opinion excepts',
          'soc2Reports',
          index,
          'qualifiedCriteria',
        ),
      opinion === 'unqualified' &&
        criteria > 0 &&
        fault(
          'criteria-not-expected',
          'an unqualified opinion excepts no criteria; correct one of the two',
          'soc2Reports',
          index,
          'qualifiedCriteria',
        ),
    ];
  });

export const GROUND_RULES: readonly CoherenceRule[] = [
  exceptionsAreCited,
  deidentificationIsShown,
  answersHaveABasis,
  soc2OpinionsAreWhole,
];

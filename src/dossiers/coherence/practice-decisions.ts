// The practice's own decisions: about a tool that there is, or about AI at all, with what each kind of decision asks for.
import { decisionFaults } from '../../practice-decisions/decision-rules';
import { eachOf, fault, type CoherenceRule } from './rule';

const LIST = 'practiceDecisions';

const sayWhatTheyMust: CoherenceRule = ({ practiceDecisions }, { asOf, today = asOf }) =>
  eachOf(practiceDecisions, (decision, index) =>
    decisionFaults(decision, today).map(({ code, detail, at }) => fault(code, detail, LIST, index, ...at)),
  );

const areAboutATool: CoherenceRule = ({ practiceDecisions, services }) =>
  eachOf(practiceDecisions, ({ service }, index) => [
    service != null &&
      !services.some(({ key }) => key === service) &&
      fault('unknown-service', 'no service has this key; add it or correct the key', LIST, index, 'service'),
  ]);

export const PRACTICE_DECISION_RULES: readonly CoherenceRule[] = [sayWhatTheyMust, areAboutATool];

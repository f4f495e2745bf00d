// A page of clauses as it is shown: what each asks for, where to look, and what was found, typed or refused. Nothing is chosen beforehand.
import type {
  ProvisionDefinition,
  ProvisionGroupDefinition,
} from '../assessments/scoring/agreement-provisions-catalog';
import {
  PROVISION_VERDICTS,
  ProvisionVerdictFields,
  type ProvisionId,
} from '../business-associate-agreements/provision.fields';
import type { ShownFaults } from '../web/form-faults';
import { fieldViews, type FieldView, type OptionView, type Values } from '../web/form-view';
import type { StoredField } from '../web/stored-beside';
import type { ClausePage } from './clause-pages';
import { NOT_READ, NOT_READ_WORDS, REFERENCE_WORDS, STATUS_WORDS, VERDICT_WORDS } from './clause-words';
import { nameOf } from './clauses-from-form';
import type { AmendedClause } from './amendments';

export interface ClauseForm {
  id: ProvisionId;
  name: string;
  title: string;
  paraphrase: string;
  citation: string;
  /** the rule does not ask for the clause, it goes with it */
  goesWith: boolean;
  notes: string;
  lookFor: readonly string[];
  beware: readonly string[];
  /** "The agreement must hold it. Severity if not met: high." */
  standing: string;
  /** how well the wording of the catalog is known; told as a warning unless the rule was read */
  basis: string;
  isVerified: boolean;
  options: OptionView[];
  notRead: { value: string; label: string; isChosen: boolean };
  reference: FieldView;
  /** for those who may only read */
  said: string;
  where: string;
  /** what signed amendments say of it later */
  amended: string[];
  fault: string;
  describedBy: string;
}

export function clauseForms(
  { group, provisions }: Pick<ClausePage, 'group' | 'provisions'>,
  values: Values,
  faults: ShownFaults,
  amended: readonly AmendedClause[],
): ClauseForm[] {
  return provisions.map((provision) => clauseForm(group, provision, values, faults, amended));
}

function clauseForm(
  group: ProvisionGroupDefinition,
  provision: ProvisionDefinition,
  values: Values,
  faults: ShownFaults,
  amended: readonly AmendedClause[],
): ClauseForm {
  const { id, title, paraphrase, citation, notes, lookFor, beware, severityIfMissing } = provision;
  const name = nameOf(id, 'verdict');
  const [chosen = ''] = values(name);
  const fault = faults.of[name] ?? '';
  const options = PROVISION_VERDICTS.map((verdict): OptionView => ({
    value: verdict,
    label: VERDICT_WORDS[group.id][verdict].label,
    help: '',
    isChosen: chosen === verdict,
  }));
  const { reference } = fieldViews(
    ProvisionVerdictFields,
    REFERENCE_WORDS,
    values,
    faults,
    `provisions/${id}/`,
  );
  return {
    ...{ id, name, title, paraphrase, lookFor, beware, options, reference, fault },
    ...{ citation: (citation ?? '').replace(/^links /, ''), notes: notes ?? '' },
    // a recommended clause is asked by no rule; it goes with one
    goesWith: citation?.startsWith('links ') === true,
    standing: `${STATUS_WORDS[provision.status]}.${severityIfMissing ? ` Severity if not met: ${severityIfMissing}.` : ''}`,
    basis: basisInWords(provision),
    isVerified: provision.verification === 'verified',
    notRead: { value: NOT_READ, label: NOT_READ_WORDS, isChosen: chosen === NOT_READ },
    said: options.find(({ isChosen }) => isChosen)?.label ?? NOT_READ_WORDS,
    where: values(nameOf(id, 'reference'))[0] ?? '',
    amended: amended.filter((one) => one.provision === id).map(({ told }) => told),
    describedBy: fault ? `${name}-fault` : '',
  };
}

const VERIFICATION_WORDS = { verified: 'Verified', partly: 'Verified in part', unverified: 'Unverified' };

function basisInWords({ verification, basis }: ProvisionDefinition): string {
  return `${VERIFICATION_WORDS[verification]}: ${basis}`;
}

/** What each answer on a page means, told once for all of its clauses. */
export function answersInWords({
  id,
  verdicts,
}: Pick<ProvisionGroupDefinition, 'id' | 'verdicts'>): { label: string; meaning: string }[] {
  return PROVISION_VERDICTS.map((verdict) => ({
    label: VERDICT_WORDS[id][verdict].label,
    meaning: verdicts[verdict].meaning,
  }));
}

/** What each field is called in a summary of faults. */
export function labelsOfClauses(provisions: ClausePage['provisions']): Record<string, string> {
  const labels = provisions.flatMap(({ id, title }) => [
    [nameOf(id, 'verdict'), title],
    [nameOf(id, 'reference'), `${title}: where in the agreement`],
  ]);
  return Object.fromEntries(labels) as Record<string, string>;
}

/** What is stored now of the clauses that somebody else changed. */
export function storedMeanwhile(
  { group, provisions }: Pick<ClausePage, 'group' | 'provisions'>,
  contested: readonly ProvisionId[],
  stored: readonly ProvisionVerdictFields[],
): StoredField[] {
  return provisions
    .filter(({ id }) => contested.includes(id))
    .map(({ id, title }) => ({ label: title, stored: verdictInWords(group, stored, id) }));
}

/** "There, but weak (section 4)", or that it was not read. */
export function verdictInWords(
  group: Pick<ProvisionGroupDefinition, 'id'>,
  stored: readonly ProvisionVerdictFields[],
  provision: ProvisionId,
): string {
  const found = stored.find((one) => one.provision === provision);
  if (!found) return NOT_READ_WORDS;
  const { label } = VERDICT_WORDS[group.id][found.verdict];
  return found.reference ? `${label} (${found.reference})` : label;
}

// What no shape can say: ids are unique, references lead somewhere, bands and ranges are in order, every table row is reachable.
import { LEVELS } from '../common/level';
import type {
  AgreementProvisionsCatalog,
  RecordingConsentCatalog,
  ScoringModelFile,
  StateActRequirement,
} from '../assessments/scoring/scoring-model';
import type { GateRuleName } from '../assessments/scoring/gates/gate-rule-names';
import { isHeldBy } from '../assessments/scoring/gates/state-acts';
import { ShapeError } from '../common/catalog-files/shape';
import { INCIDENT_KINDS } from '../incidents/incident-words';
import { checkSteps } from './steps.checks';

export function checkScoringModel(model: ScoringModelFile): void {
  for (const list of ['facts', 'threats', 'gates', 'steps', 'conditions'] as const)
    uniqueIds(model[list], list);
  const controls = model.threats.flatMap((threat) => threat.controls);
  uniqueIds(controls, 'threats[].controls');
  const facts = new Set(model.facts.map(({ id }) => id));
  const threats = new Set(model.threats.map(({ id }) => id));
  model.threats.forEach((threat, place) => {
    threat.controls.forEach((control, index) => {
      if (!facts.has(control.fact))
        throw new ShapeError(`threats[${place}].controls[${index}].fact`, `names no fact: ${control.fact}`);
    });
  });
  model.gates.forEach((gate, place) => {
    const strange = gate.threats.find((id) => !threats.has(id));
    if (strange) throw new ShapeError(`gates[${place}].threats`, `names no threat: ${strange}`);
    if (gate.rule === 'audio_deletion_term' && gate.longestDays === null)
      throw new ShapeError(`gates[${place}].longestDays`, 'is required for this rule');
  });
  rising(
    model.bands.map(({ fromPercent }) => fromPercent),
    'bands',
  );
  rising(
    model.bands.map(({ levels }) => levels),
    'bands',
  );
  rising(
    model.impact.clientsPerYear.map(({ from }) => from),
    'impact.clientsPerYear',
  );
  rising(
    LEVELS.flatMap((level) => [model.indexRanges[level].from, model.indexRanges[level].to]),
    'indexRanges',
  );
  const decided = new Set(model.decisions.flatMap(({ levels }) => levels ?? []));
  const undecided = LEVELS.find((level) => !decided.has(level));
  if (undecided) throw new ShapeError('decisions', `decide nothing for the level ${undecided}`);
  checkSteps(model);
  checkIncidents(model);
}

/** Each kind of incident is named once, and shows some threats of services and some of the practice. */
function checkIncidents({ incidentShows, threats }: ScoringModelFile): void {
  const scopes = new Map(threats.map(({ id, scope }) => [id, scope]));
  for (const kind of INCIDENT_KINDS) {
    const named = incidentShows.filter((one) => one.kind === kind);
    if (named.length !== 1) throw new ShapeError('incidentShows', `must name ${kind} once`);
    const shown = named[0]?.threats ?? [];
    const strange = shown.find((id) => !scopes.has(id));
    if (strange) throw new ShapeError('incidentShows', `names no threat: ${strange}`);
    for (const scope of ['service', 'practice'] as const)
      if (!shown.some((id) => scopes.get(id) === scope))
        throw new ShapeError('incidentShows', `${kind} shows no threat of the ${scope}`);
  }
}

/** Whatever a state act asks is held by some gate of the kind that its confidence makes it: nothing on record goes unasked. */
export function checkStateActs({ stateActs }: RecordingConsentCatalog, { gates }: ScoringModelFile): void {
  stateActs.forEach((act, place) => {
    for (const requirement of act.requires) {
      const isHeld = gates.some(
        ({ kind, rule }) => RULE_OF_REQUIREMENT[requirement] === rule && isHeldBy(kind, act),
      );
      if (!isHeld)
        throw new ShapeError(`stateActs[${place}].requires`, `no gate of that kind holds ${requirement}`);
    }
  });
}

const RULE_OF_REQUIREMENT: Readonly<Record<StateActRequirement, GateRuleName>> = {
  written_consent: 'state_ai_act',
  consent: 'state_ai_act',
  notice: 'state_ai_act',
  notice_of_ai_in_care: 'state_ai_act',
  no_talk_with_clients: 'state_ai_talk',
  no_reading_of_feelings: 'state_ai_feelings',
  note_review: 'state_note_review',
  records_in_united_states: 'records_in_united_states',
};

/** Every provision stands in its group, with the group's status; permissions alone have no severity. */
export function checkAgreementProvisions({ groups, provisions }: AgreementProvisionsCatalog): void {
  uniqueIds(groups, 'groups');
  uniqueIds(provisions, 'provisions');
  const statusOf = new Map(groups.map(({ id, status }) => [id, status]));
  provisions.forEach(({ group, status, severityIfMissing }, index) => {
    if (statusOf.get(group) !== status)
      throw new ShapeError(`provisions[${index}].status`, `is not that of the group ${group}`);
    if ((severityIfMissing === null) !== (status === 'optional_permission'))
      throw new ShapeError(
        `provisions[${index}].severityIfMissing`,
        'is for what should be there, and only that',
      );
  });
}

export function checkRecordingConsent(catalog: RecordingConsentCatalog): void {
  uniqueIds(
    catalog.states.map(({ code }) => ({ id: code })),
    'states',
  );
  uniqueIds(catalog.stateActs, 'stateActs');
}

export function uniqueIds(entries: readonly { readonly id: string }[], path: string): void {
  const seen = new Set<string>();
  entries.forEach(({ id }, index) => {
    if (seen.has(id)) throw new ShapeError(`${path}[${index}].id`, `is there twice: ${id}`);
    seen.add(id);
  });
}

function rising(values: readonly number[], path: string): void {
  values.forEach((value, index) => {
    if (index > 0 && value <= (values[index - 1] as number))
      throw new ShapeError(`${path}[${index}]`, 'must be above the one before');
  });
}

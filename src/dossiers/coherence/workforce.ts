// Who works in the practice, and who was trained in what: training is of somebody on the list, and of the past.
import { correctionsToCome, eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

const personOnce: CoherenceRule = ({ staffMembers }) => {
  const addresses = (staffMembers ?? []).map(({ email, key }) => email?.toLowerCase() ?? `none ${key}`);
  return repeatsIn(addresses).map(([index, first]) =>
    fault(
      'person-listed-twice',
      `is that of /staffMembers/${first}; keep one`,
      ...['staffMembers', index, 'email'],
    ),
  );
};

const daysInOrder: CoherenceRule = ({ staffMembers }) =>
  eachOf(staffMembers, ({ startedOn, leftOn }, index) => [
    startedOn &&
      leftOn &&
      leftOn < startedOn &&
      fault(
        'dates-reversed',
        'must not lie before the first day in the practice',
        ...['staffMembers', index, 'leftOn'],
      ),
  ]);

const trainingHappened: CoherenceRule = ({ training, staffMembers, evidence }, { asOf, today = asOf }) => {
  const staff = new Set((staffMembers ?? []).map(({ key }) => key));
  const onFile = new Set((evidence ?? []).map(({ key }) => key));
  return eachOf(training, ({ staffMember, completedOn, evidence: shown, corrections }, index) => [
    !staff.has(staffMember) &&
      fault(
        'unknown-staff-member',
        'nobody on the list of staff has this key',
        ...['training', index, 'staffMember'],
      ),
    asOf &&
      completedOn > asOf &&
      fault('dated-in-the-future', `lies after ${asOf}; correct it`, ...['training', index, 'completedOn']),
    shown &&
      !onFile.has(shown) &&
      fault('unknown-evidence', 'no evidence on file has this key', ...['training', index, 'evidence']),
    ...(today ? correctionsToCome(corrections, today, 'training', index) : []),
  ]);
};

export const WORKFORCE_RULES: readonly CoherenceRule[] = [personOnce, daysInOrder, trainingHappened];

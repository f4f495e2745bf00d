// How the practice meets the Security Rule: each record is about an entry that there is, once, and decides only what the rule leaves to decide.
import { nearestWord } from '../../common/faults';
import type { FaultCode } from '../../common/problems/fault-codes';
import { decisionFaults } from '../../safeguards/decision-faults';
import { keyOfEntry } from '../../safeguards/security-rule';
import { eachOf, fault, type CoherenceRule } from './rule';

const NEVER_APPLIES =
  'is for arrangements between government bodies and never applies to a private practice; leave the record out';

/** With the key that follows from the entry, two records about one entry have one key, and keys are unique. */
const entriesExist: CoherenceRule = ({ safeguards }, { knownEntries }) =>
  eachOf(safeguards, ({ entry, key }, index) => {
    const known = knownEntries?.find(({ id }) => id === entry);
    const at = (field: string, code: FaultCode, detail: string) =>
      fault(code, detail, 'safeguards', index, field);
    const expected = keyOfEntry(entry);
    return [
      knownEntries && !known && at('entry', 'unknown-entry', unknownEntry(entry, knownEntries)),
      known?.binds === 'government' && at('entry', 'entry-never-applies', NEVER_APPLIES),
      key !== expected &&
        at('key', 'key-of-another-entry', `must be "${expected}", which follows from the entry`),
    ];
  });

function unknownEntry(entry: string, entries: readonly { id: string }[]): string {
  const meant = nearestWord(
    entry,
    entries.map(({ id }) => id),
  );
  return `is no entry of the Security Rule${meant ? ` (did you mean "${meant}"?)` : ''}; see the catalog security-rule`;
}

const decisionsAreForAddressable: CoherenceRule = ({ safeguards }, { knownEntries }) =>
  eachOf(safeguards, (record, index) => {
    const known = knownEntries?.find(({ id }) => id === record.entry);
    if (!known) return [];
    return decisionFaults(record, known).map(({ code, field, detail }) =>
      fault(code, detail, 'safeguards', index, 'decision', ...(field ? [field] : [])),
    );
  });

const shownByEvidenceOnFile: CoherenceRule = ({ safeguards, evidence }) => {
  const onFile = new Set((evidence ?? []).map(({ key }) => key));
  return eachOf(safeguards, ({ evidenceKeys }, index) =>
    (evidenceKeys ?? []).map(
      (key, place) =>
        !onFile.has(key) &&
        fault(
          'unknown-evidence',
          'no evidence on file has this key; add it or correct the key',
          ...['safeguards', index, 'evidenceKeys', place],
        ),
    ),
  );
};

const datesInOrder: CoherenceRule = ({ safeguards }, { asOf, today = asOf }) =>
  eachOf(safeguards, ({ since, answeredOn, confirmedOn, decision, earlierDecisions }, index) => {
    const late = (date: string | null | undefined, ...steps: string[]) =>
      asOf &&
      date &&
      date > asOf &&
      fault(
        'dated-in-the-future',
        `lies after ${asOf}, the date of the assessment; correct it, or assess for a later date`,
        ...['safeguards', index, ...steps],
      );
    const earlier = (earlierDecisions ?? []).flatMap(({ decidedOn, replacedOn }, place) => {
      const at = ['safeguards', index, 'earlierDecisions', place, 'replacedOn'] as const;
      return [
        replacedOn < decidedOn &&
          fault(
            'dates-reversed',
            'lies before the day on which it was decided; correct one of the two',
            ...at,
          ),
        // What was replaced since the day that is assessed stays where it is.
        today && replacedOn > today && fault('dated-in-the-future', `lies after ${today}`, ...at),
      ];
    });
    return [
      ...earlier,
      late(since, 'since'),
      late(answeredOn, 'answeredOn'),
      late(confirmedOn, 'confirmedOn'),
      late(decision?.alternativeSince, 'decision', 'alternativeSince'),
      late(decision?.decidedOn, 'decision', 'decidedOn'),
      confirmedOn &&
        confirmedOn < answeredOn &&
        fault(
          'dates-reversed',
          'lies before answeredOn; correct one of the two',
          ...['safeguards', index, 'confirmedOn'],
        ),
    ];
  });

/** "None" is said alone: beside another role it would be a contradiction. */
const noneStandsAlone: CoherenceRule = ({ practice: { otherRoles } }) =>
  otherRoles?.includes('none') && otherRoles.length > 1
    ? [
        fault(
          'none-beside-others',
          'holds "none" beside another role; keep one of the two',
          'practice',
          'otherRoles',
        ),
      ]
    : [];

export const SAFEGUARD_RULES: readonly CoherenceRule[] = [
  entriesExist,
  decisionsAreForAddressable,
  shownByEvidenceOnFile,
  datesInOrder,
  noneStandsAlone,
];

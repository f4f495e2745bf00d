// Policies, their versions and who acknowledged them: each refers to what is there, and a version says what was adopted and nothing else.
import { REDACTED } from '../../common/redacted-mark';
import { choiceFault } from '../../policies/compose-policy';
import { policyDigest } from '../../policies/policy-digest';
import { eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

/** What stands where text was taken out for good (src/redactions): the digest is of the text before. */

const onePerTemplate: CoherenceRule = ({ policies }) => {
  const held = (policies ?? []).map(({ template, retirement, key }) =>
    template && !retirement ? template : `own ${key}`,
  );
  return repeatsIn(held).map(([index, first]) =>
    fault(
      'policy-twice',
      `has its policy already, /policies/${first}; change that one, or say that one no longer holds`,
      ...['policies', index, 'template'],
    ),
  );
};

const choicesFit: CoherenceRule = ({ policies }, { knownPolicies }) =>
  eachOf(policies, ({ template, choices }, index) => {
    const known = knownPolicies?.find(({ id }) => id === template);
    if (template && !known) return [];
    const asked = new Set<string>();
    return (choices ?? []).map(({ choice, value }, place) => {
      const at = ['policies', index, 'choices', place] as const;
      const of = known?.choices.find(({ id }) => id === choice);
      const isSecond = asked.has(choice);
      asked.add(choice);
      if (!of || isSecond)
        return fault(
          'unknown-choice',
          isSecond ? 'is there already' : 'is nothing that the template asks; see the catalog of policies',
          ...[...at, 'choice'],
        );
      const wrong = value.includes(REDACTED) ? null : choiceFault(of, value);
      return wrong && fault('choice-does-not-fit', wrong, ...[...at, 'value']);
    });
  });

const versionsWhole: CoherenceRule = ({ policies, policyVersions, evidence }, { asOf }) => {
  const keys = new Set((policies ?? []).map(({ key }) => key));
  const onFile = new Set((evidence ?? []).map(({ key }) => key));
  return eachOf(policyVersions, (version, index) => {
    const { policy, title, text, digest, evidence: shown, adoptedOn } = version;
    const at = (field: string) => ['policyVersions', index, field] as const;
    const isRedacted = JSON.stringify([title, text]).includes(REDACTED);
    const expected = text && !isRedacted ? policyDigest(title, text) : digest;
    return [
      !keys.has(policy) &&
        fault('unknown-policy', 'no policy has this key; add it or correct the key', ...at('policy')),
      Boolean(text) === Boolean(shown) &&
        fault(
          'text-or-evidence',
          'must be there where no evidence holds the text, and only then',
          ...at('text'),
        ),
      shown &&
        !onFile.has(shown) &&
        fault('unknown-evidence', 'no evidence on file has this key', ...at('evidence')),
      ((text && digest !== expected) || (!text && digest)) &&
        fault('digest-mismatch', 'is not that of the title and the text', ...at('digest')),
      asOf &&
        adoptedOn > asOf &&
        fault('dated-in-the-future', `lies after ${asOf}; adopt it on the day`, ...at('adoptedOn')),
    ];
  });
};

const versionsInOrder: CoherenceRule = ({ policyVersions }) => {
  const versions = policyVersions ?? [];
  const numbered = versions.map(({ policy, number }) => `${policy} ${number}`);
  return [
    ...repeatsIn(numbered).map(([index, first]) =>
      fault(
        'version-taken',
        `is the number of /policyVersions/${first}`,
        ...['policyVersions', index, 'number'],
      ),
    ),
    ...eachOf(versions, ({ policy, number, adoptedOn }, index) => [
      versions.some(
        (other) => other.policy === policy && other.number < number && other.adoptedOn > adoptedOn,
      ) &&
        fault(
          'dates-reversed',
          'lies before the day of an earlier version',
          ...['policyVersions', index, 'adoptedOn'],
        ),
    ]),
  ];
};

const acknowledgementsFit: CoherenceRule = (
  { policyVersions, policyAcknowledgements, staffMembers },
  { asOf },
) => {
  const versions = new Map((policyVersions ?? []).map((version) => [version.key, version]));
  const staff = new Set((staffMembers ?? []).map(({ key }) => key));
  const pairs = (policyAcknowledgements ?? []).map((one) => `${one.policyVersion} ${one.staffMember}`);
  return [
    ...repeatsIn(pairs).map(([index, first]) =>
      fault(
        'acknowledged-twice',
        `has acknowledged it in /policyAcknowledgements/${first}`,
        ...['policyAcknowledgements', index, 'staffMember'],
      ),
    ),
    ...eachOf(policyAcknowledgements, (one, index) => {
      const at = (field: string) => ['policyAcknowledgements', index, field] as const;
      const version = versions.get(one.policyVersion);
      return [
        !version &&
          fault('unknown-policy-version', 'no version of a policy has this key', ...at('policyVersion')),
        !staff.has(one.staffMember) &&
          fault('unknown-staff-member', 'nobody on the list of staff has this key', ...at('staffMember')),
        version &&
          one.acknowledgedOn < version.adoptedOn &&
          fault('dates-reversed', 'lies before the day of its adoption', ...at('acknowledgedOn')),
        asOf &&
          one.acknowledgedOn > asOf &&
          fault('dated-in-the-future', `lies after ${asOf}; correct it`, ...at('acknowledgedOn')),
        (one.how === 'noted') !== Boolean(one.notedBy) &&
          fault('noted-by-missing', 'must be there where it was noted, and only then', ...at('notedBy')),
      ];
    }),
  ];
};

const reviewsHappened: CoherenceRule = ({ policies }, { asOf }) =>
  eachOf(policies, ({ lastReview, retirement }, index) => [
    asOf &&
      lastReview &&
      lastReview.reviewedOn > asOf &&
      fault(
        'dated-in-the-future',
        `lies after ${asOf}; correct it`,
        ...['policies', index, 'lastReview', 'reviewedOn'],
      ),
    asOf &&
      retirement &&
      retirement.retiredOn > asOf &&
      fault(
        'dated-in-the-future',
        `lies after ${asOf}; retire it on the day`,
        ...['policies', index, 'retirement', 'retiredOn'],
      ),
  ]);

export const POLICY_RULES: readonly CoherenceRule[] = [
  onePerTemplate,
  choicesFit,
  versionsWhole,
  versionsInOrder,
  acknowledgementsFit,
  reviewsHappened,
];

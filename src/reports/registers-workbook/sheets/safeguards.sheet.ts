import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { DESIGNATION_WORDS, gapWords, OUTCOME_WORDS, STATE_WORDS } from '../../../safeguards/safeguard-words';
import { citationOf } from '../../../safeguards/security-rule';
import { day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

const NOT_REVIEWED = 'How the practice meets the Security Rule was not worked out in this assessment.';

/** Every entry of the Security Rule with how the practice stands to it. */
export function safeguardsSheet({ safeguardsReview }: AssessmentDocument): Sheet {
  const families = new Map(safeguardsReview?.families.map(({ id, title }) => [id, title]));
  return sheetOf('Safeguards', NOT_REVIEWED, safeguardsReview?.entries ?? [], [
    { title: 'Entry', width: 26, cell: ({ entry }) => citationOf(entry) },
    { title: 'Title', width: WIDTH.sentence, cell: ({ title }) => title },
    { title: 'Family', width: WIDTH.name, cell: ({ family }) => families.get(family) },
    { title: 'Designation', width: WIDTH.name, cell: ({ designation }) => DESIGNATION_WORDS[designation] },
    { title: 'Stands', width: WIDTH.name, cell: ({ state }) => STATE_WORDS[state] },
    { title: 'Why', width: WIDTH.sentence, cell: ({ reason }) => reason },
    {
      title: 'Gap',
      width: WIDTH.sentence,
      cell: ({ gap, designation }) => gap && gapWords(gap, designation),
    },
    { title: 'What is done', width: WIDTH.text, cell: ({ done }) => done },
    {
      title: 'Evidence',
      width: WIDTH.sentence,
      cell: ({ evidence }) => lines(evidence.map(({ title }) => title)),
    },
    { title: 'Who', width: WIDTH.name, cell: ({ owner }) => owner && `${owner.name}, ${owner.role}` },
    { title: 'Since', width: WIDTH.short, cell: ({ since }) => day(since) },
    { title: 'Answered', width: WIDTH.short, cell: ({ answeredOn }) => day(answeredOn) },
    {
      title: 'Carried from, not confirmed since',
      width: WIDTH.short,
      cell: ({ carriedFrom }) => day(carriedFrom),
    },
    {
      title: 'Decision',
      width: WIDTH.sentence,
      cell: ({ decision }) => decision && OUTCOME_WORDS[decision.outcome],
    },
    {
      title: 'Why not as the rule has it',
      width: WIDTH.text,
      cell: ({ decision }) => decision?.whyNotReasonable,
    },
    { title: 'Done instead', width: WIDTH.text, cell: ({ decision }) => decision?.alternative },
    { title: 'Instead since', width: WIDTH.short, cell: ({ decision }) => day(decision?.alternativeSince) },
    {
      title: 'Why nothing instead',
      width: WIDTH.text,
      cell: ({ decision }) => decision?.whyNoAlternative,
    },
    { title: 'Decided on', width: WIDTH.short, cell: ({ decision }) => day(decision?.decidedOn) },
    {
      title: 'Decided by',
      width: WIDTH.name,
      cell: ({ decision }) => decision && `${decision.decidedBy.name}, ${decision.decidedBy.role}`,
    },
    {
      title: 'Earlier decisions',
      width: WIDTH.text,
      cell: ({ earlierDecisions = [] }) =>
        lines(
          earlierDecisions.map(
            (one) =>
              `${one.decidedOn} to ${one.replacedOn}, ${one.decidedBy.name}, ${one.decidedBy.role}: ${OUTCOME_WORDS[one.outcome]}. ` +
              [one.whyNotReasonable, one.alternative, one.whyNoAlternative].filter(Boolean).join(' '),
          ),
        ),
    },
  ]);
}

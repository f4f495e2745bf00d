// Model cards, studies, how the vendor stands, promises and the way out, in words: what each says, and what it leaves open.
import type { YesNoUnknown } from '../../common/words';
import { DESIGN_WORDS, FINDING_WORDS } from '../../clinical-validations/clinical-validation-words';
import { OWNERSHIP_WORDS } from '../../financial-standings/financial-standing-words';
import { shortDate } from '../../reports/security-risk-assessment/date-words';
import { listed } from '../../reports/security-risk-assessment/number-words';
import {
  MEASURE_WORDS,
  REMEDY_WORDS,
  UNIT_WORDS,
  WINDOW_WORDS,
} from '../../service-levels/service-level-words';
import type { PapersFacts } from './papers-of-tool.query';
import { good, weak, type Note, type PaperLine, type ToolOfPapers } from './report-lines';

export function modelCardLine(card: PapersFacts['modelCards'][number]): PaperLine {
  const { limitations, outOfScopeUses, populationsEvaluated } = card;
  return {
    ...{ id: card.id, name: `${card.model} ${card.modelVersion}, from ${card.provider}` },
    dates: `of ${shortDate(card.datedOn)}`,
    notes: [
      ...answered(card.trainedOnClientData, {
        yes: weak('Trained on data of clients or patients'),
        no: [good('Not trained on data of clients or patients')],
        unknown: weak('Whether it was trained on data of clients is not known'),
      }),
      ...weak(!limitations?.length && 'It names no limits'),
      ...weak(!outOfScopeUses && 'What it is not for is not on record'),
      ...weak(!populationsEvaluated?.length && 'On whom it was tried is not said'),
    ],
  };
}

export function studyLine(
  study: PapersFacts['clinicalValidations'][number],
  { model }: ToolOfPapers,
): PaperLine {
  const { finding, design, independent, peerReviewed } = study;
  const came =
    finding === 'unknown'
      ? 'How it came out is not known'
      : `It came out: ${FINDING_WORDS[finding].toLowerCase()}`;
  return {
    ...{ id: study.id, name: study.study, dates: `of ${shortDate(study.publishedOn)}` },
    notes: [
      ...(finding === 'favorable' ? [good(came)] : weak(came)),
      ...weak(
        model.recordFigures.weakStudyDesigns.includes(design) &&
          `Such a study tells little: ${DESIGN_WORDS[design].toLowerCase()}`,
      ),
      ...answered(independent, {
        yes: [good('Independent of the vendor')],
        no: weak('Not independent of the vendor'),
        unknown: weak('Whether it is independent of the vendor is not known'),
      }),
      ...weak(peerReviewed !== 'yes' && 'Not reviewed by other researchers, as far as is known'),
    ],
  };
}

export function standingLine(
  standing: PapersFacts['financialStandings'][number],
  { model }: ToolOfPapers,
): PaperLine {
  const { profitable, runwayMonths, insurance, basis, ownership } = standing;
  const { fullyFromRunwayMonths } = model.recordFigures.financialStanding;
  return {
    ...{ id: standing.id, name: `How it stood on ${shortDate(standing.asOf)}`, dates: '' },
    notes: [
      ownership === 'unknown'
        ? good('Who owns it is not known')
        : good(`Owner: ${OWNERSHIP_WORDS[ownership].toLowerCase()}`),
      ...answered(profitable, {
        yes: [good('It makes a profit')],
        no:
          (runwayMonths ?? 0) < fullyFromRunwayMonths
            ? weak('It makes no profit')
            : [good('It makes no profit')],
        unknown: weak('Whether it makes a profit is not known'),
      }),
      ...runwayNotes(runwayMonths ?? null, fullyFromRunwayMonths, profitable),
      ...weak(insurance?.cyberLimitUsd === 0 && 'It has no cyber liability insurance'),
      ...weak(insurance?.cyberLimitUsd == null && 'Whether it has cyber liability insurance is not known'),
      ...weak(basis === 'stated' && 'Known from the vendor’s own word only'),
    ],
  };
}

function runwayNotes(months: number | null, enough: number, profitable: YesNoUnknown): Note[] {
  if (profitable === 'yes') return [];
  if (months === null) return weak('How long its money lasts is not known');
  const words = `Its money lasts for ${months} months`;
  return months < enough ? weak(words) : [good(words)];
}

export function levelLine(level: PapersFacts['serviceLevels'][number]): PaperLine {
  const { measure, promised, unit, measuredOver, remedy, penalty, agreement } = level;
  const window = measuredOver ? WINDOW_WORDS[measuredOver] : '';
  const over = window && `, ${measuredOver === 'each_case' ? 'in' : 'counted over'} ${window}`;
  return {
    ...{ id: level.id, name: MEASURE_WORDS[measure], dates: `${promised} ${UNIT_WORDS[unit]}${over}` },
    notes: [
      ...(remedy === 'none' || remedy === 'unknown'
        ? weak(
            remedy === 'none'
              ? 'Nothing follows when it is not kept'
              : 'What follows when it is not kept is not known',
          )
        : [good(`When it is not kept: ${(penalty ?? REMEDY_WORDS[remedy]).replace(/\.$/, '')}`)]),
      ...weak(!agreement && 'It stands in no agreement on file'),
    ],
  };
}

export function exitLine(terms: PapersFacts['exitTerms'][number]): PaperLine {
  const {
    exportFormats: formats,
    exportTestedOn,
    deletionDays,
    certificateOfDestruction,
    coversInsolvency,
  } = terms;
  return {
    ...{ id: terms.id, name: 'Terms of leaving', dates: '' },
    notes: [
      ...(formats?.length
        ? [good(`Your data can be taken along as ${listed(formats)}`)]
        : weak(
            formats ? 'Your data cannot be taken along' : 'Whether your data can be taken along is not known',
          )),
      ...(exportTestedOn
        ? [good(`An export was tried on ${shortDate(exportTestedOn)}`)]
        : weak('An export was never tried')),
      ...(deletionDays == null
        ? weak('When data is deleted after the end is not known')
        : [good(`Data is deleted within ${deletionDays} days after the end`)]),
      ...weak(certificateOfDestruction !== 'yes' && 'No written confirmation of the destruction is promised'),
      ...weak(
        coversInsolvency !== 'yes' && 'Whether it holds when the vendor goes out of business is not settled',
      ),
    ],
  };
}

function answered(answer: YesNoUnknown, notes: Readonly<Record<YesNoUnknown, Note[]>>): Note[] {
  return notes[answer];
}

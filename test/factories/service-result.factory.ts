// Results for three services. Each threat is told by its starting levels and its safeguards; points, bands and levels follow.
import { higherOf, lowered, rankOf, type Level } from '../../src/common/level';
import type {
  AppliedAdjustment,
  Contribution,
  GateResult,
  Rating,
  ServiceResult,
  ThreatResult,
} from '../../src/assessments/scoring/service-result';
import type { Basis } from '../../src/common/words';
import { NIST_MATRICES } from './nist-matrices';

type Lane = Contribution['actsOn'];
interface Safeguard {
  id: string;
  title: string;
  lane: Lane;
  weight: number;
  met: [code: string, factor: number];
  basis: Basis | null;
  ageMonths: number | null;
  source: string;
  because: string;
}

const ASSURANCE: Record<Basis, number> = { observed: 4, audited: 4, documented: 3, stated: 1 };
const MAXIMUM = 4 * 4 * 4;

function rating(initiation: Level, adverseImpact: Level, impact: Level): Rating {
  const likelihood = NIST_MATRICES.g5[initiation][adverseImpact];
  const risk = NIST_MATRICES.i2[likelihood][impact];
  return { initiation, adverseImpact, likelihood, impact, riskByTable: risk, risk };
}

function contribution(safeguard: Safeguard): Contribution {
  const assurance = safeguard.basis ? ASSURANCE[safeguard.basis] : 0;
  const freshness = safeguard.ageMonths === null ? 0 : safeguard.ageMonths < 12 ? 4 : 2;
  return {
    controlId: safeguard.id,
    title: safeguard.title,
    actsOn: safeguard.lane,
    weight: safeguard.weight,
    met: { code: safeguard.met[0], factor: safeguard.met[1] },
    assurance: { basis: safeguard.basis, factor: assurance },
    freshness: { ageMonths: safeguard.ageMonths, factor: freshness },
    points: safeguard.weight * safeguard.met[1] * assurance * freshness,
    maxPoints: safeguard.weight * MAXIMUM,
    countsFrom: null,
    source: safeguard.source,
    because: safeguard.because,
  };
}

interface ThreatFacts extends Pick<
  ThreatResult,
  'id' | 'title' | 'scenario' | 'affects' | 'citations' | 'appliesBecause'
> {
  from: [initiation: Level, adverseImpact: Level, impact: Level];
  safeguards: Safeguard[];
  adjustment?: AppliedAdjustment;
  heldBy?: { gate: string; floor: Level };
}

function threat(facts: ThreatFacts): ThreatResult {
  const { from, safeguards, adjustment, heldBy, ...told } = facts;
  const contributions = safeguards.map(contribution);
  const bandings = (['initiation', 'adverse_impact'] as const)
    .filter((lane) => contributions.some((one) => one.actsOn === lane))
    .map((lane) => {
      const listed = contributions.filter((one) => one.actsOn === lane);
      const points = listed.reduce((sum, one) => sum + one.points, 0);
      const maxPoints = listed.reduce((sum, one) => sum + one.maxPoints, 0);
      const share = Math.floor((points * 100) / maxPoints);
      const reached = [75, 50, 25].find((bound) => share >= bound) ?? null;
      const levels = reached === null ? 0 : reached / 25;
      const statedOnly = listed.every((one) => one.assurance.basis === 'stated' || one.points === 0);
      return {
        actsOn: lane,
        points,
        maxPoints,
        bandFrom: reached === null ? null : Math.ceil((maxPoints * reached) / 100),
        levels: statedOnly ? Math.min(1, levels) : levels,
        cappedBecause:
          statedOnly && levels > 1 ? 'What is only stated by the vendor lowers at most one level.' : null,
      };
    });
  const loweredBy = (lane: Lane) => bandings.find((one) => one.actsOn === lane)?.levels ?? 0;
  const adverse =
    adjustment?.target === 'adverse_impact' ? adjustment.to : lowered(from[1], loweredBy('adverse_impact'));
  const residual = rating(lowered(from[0], loweredBy('initiation')), adverse, from[2]);
  return {
    ...told,
    inherent: rating(...from),
    contributions,
    bandings,
    adjustments: adjustment ? [adjustment] : [],
    gateFloor: heldBy?.floor ?? null,
    heldByGates: heldBy ? [heldBy.gate] : [],
    residual: heldBy ? { ...residual, risk: higherOf(residual.risk, heldBy.floor) } : residual,
  };
}

const AGREEMENT: Omit<Safeguard, 'met' | 'basis' | 'ageMonths' | 'because'> = {
  id: 'C-BAA',
  title: 'Agreement in force that covers the service',
  lane: 'adverse_impact',
  weight: 4,
  source: 'agreement northlight-baa-2026',
};

const SOC2: Safeguard = {
  id: 'C-SOC2',
  title: 'Independent examination of access control',
  lane: 'initiation',
  weight: 3,
  met: ['met', 4],
  basis: 'audited',
  ageMonths: 4,
  source: 'SOC 2 report northlight-soc2-2026',
  because:
    'A Type 2 report with an unqualified opinion covers the year to June 30, 2026; one exception touches CC6.2.',
};

const ENCRYPTION: Safeguard = {
  id: 'C-ENC',
  title: 'Encryption in transit and at rest',
  lane: 'adverse_impact',
  weight: 2,
  met: ['met', 4],
  basis: 'documented',
  ageMonths: 1,
  source: 'data flow scribe-audio',
  because: 'Every flow of the service is encrypted on the way and where it rests.',
};

function answered(id: string, title: string, lane: Lane, item: string, over: Partial<Safeguard>): Safeguard {
  return {
    id,
    title,
    lane,
    weight: 3,
    met: ['met', 4],
    basis: 'documented',
    ageMonths: 1,
    source: `checklist answer ${item}`,
    because: 'The checklist answer is “yes” and a document says so.',
    ...over,
  };
}

function eightThreats(service: 'chatbot' | 'scribe' | 'scheduler'): ThreatResult[] {
  const chatbot = service === 'chatbot';
  const impact: Level = service === 'scheduler' ? 'low' : service === 'scribe' ? 'high' : 'very_high';
  const none: Partial<Safeguard> = {
    met: ['not_met', 0],
    basis: 'observed',
    ageMonths: 0,
    because: 'The checklist answer is “no”.',
  };
  const unless = (over: Partial<Safeguard> = {}) => (chatbot ? none : over);
  const agreement: Safeguard = chatbot
    ? {
        ...AGREEMENT,
        met: ['not_met', 0],
        basis: 'observed',
        ageMonths: 0,
        source: 'no agreement',
        because: 'No agreement covers the service.',
      }
    : {
        ...AGREEMENT,
        met: ['met', 4],
        basis: 'documented',
        ageMonths: 10,
        because: 'A signed agreement covers the service and is in force.',
      };
  const held = chatbot ? { gate: 'G-01', floor: 'very_high' as const } : undefined;
  const audited = service === 'scribe' ? [SOC2] : [];
  return [
    threat({
      id: 'T-01',
      title: 'Client data trains the vendor’s models',
      scenario: 'Text or audio about clients becomes part of a model and can come out again for others.',
      affects: ['confidentiality'],
      citations: ['45 CFR 164.502(a)(3)', '45 CFR 164.504(e)(2)(i)'],
      appliesBecause: 'The service uses AI and receives client data.',
      from: ['high', 'high', impact],
      safeguards: [
        answered('C-TRAIN', 'No training on client data', 'initiation', 'no_training', unless()),
        answered(
          'C-DISC',
          'Use of data explained',
          'initiation',
          'data_use_explained',
          unless({ weight: 2, basis: 'stated' }),
        ),
        agreement,
      ],
      heldBy: chatbot ? { gate: 'G-02', floor: 'very_high' } : undefined,
    }),
    threat({
      id: 'T-02',
      title: 'A session is recorded without the consent that state law asks',
      scenario: 'Somebody who can be heard has not agreed to be recorded.',
      affects: ['confidentiality'],
      citations: ['720 ILCS 5/14', 'Wis. Stat. 968.31'],
      appliesBecause:
        service === 'scribe'
          ? 'The service records sessions; clients sit in Illinois and Wisconsin.'
          : 'The service could be used to record.',
      from: [service === 'scribe' ? 'high' : 'very_low', 'high', impact],
      safeguards: [
        answered('C-CONSENT', 'Recording consent from everyone audible', 'initiation', 'consent', {
          weight: 4,
          basis: 'observed',
          ageMonths: 8,
          met: chatbot ? ['unknown', 0] : ['met', 4],
          source: 'practice measures scribe-measures, consent “recording”',
          because:
            'A written consent, form 2026-03, has been asked of every recorded client since March 1, 2026.',
        }),
      ],
    }),
    threat({
      id: 'T-04',
      title: 'Recordings or transcripts leak',
      scenario: 'An intruder or a careless insider at the vendor copies recordings or transcripts.',
      affects: ['confidentiality'],
      citations: ['45 CFR 164.312(a)(1)', '45 CFR 164.312(e)(1)'],
      appliesBecause: 'Client data rests with the vendor.',
      from: ['moderate', 'very_high', impact],
      safeguards: [
        ...audited,
        {
          ...ENCRYPTION,
          ...(chatbot ? { met: ['partly', 2] as [string, number], basis: 'stated' as const } : {}),
        },
        agreement,
      ],
    }),
    threat({
      id: 'T-05',
      title: 'No agreement covers what the vendor does',
      scenario:
        'A business associate holds health information with no duty to protect it, report a breach or give it back.',
      affects: ['confidentiality', 'availability'],
      citations: ['45 CFR 164.308(b)(1)', '45 CFR 164.502(e)'],
      appliesBecause: 'The vendor receives client data on the practice’s behalf.',
      from: ['high', 'high', impact],
      safeguards: [
        agreement,
        answered('C-SIGNED', 'Signed copy on file', 'initiation', 'baa_signed', unless({ weight: 3 })),
      ],
      heldBy: held,
    }),
    threat({
      id: 'T-09',
      title: 'Data is kept longer than needed',
      scenario: 'Old recordings pile up and are exposed when something goes wrong.',
      affects: ['confidentiality'],
      citations: ['45 CFR 164.504(e)(2)(ii)(J)'],
      appliesBecause: 'The vendor keeps data for 30 days or an unknown time.',
      from: ['high', 'moderate', impact],
      safeguards: [
        answered(
          'C-DEL',
          'Audio deleted within days',
          'adverse_impact',
          'audio_deletion',
          unless({ met: ['partly', 2], source: 'practice measures scribe-measures' }),
        ),
      ],
    }),
    threat({
      id: 'T-12',
      title: 'A subcontractor is breached',
      scenario: 'A company behind the vendor loses the data, and the practice learns of it late.',
      affects: ['confidentiality'],
      citations: ['45 CFR 164.314(a)(2)(iii)'],
      appliesBecause: 'The vendor hands data to subcontractors, or does not say that it does not.',
      from: ['moderate', 'high', impact],
      safeguards: [...audited, agreement],
    }),
    threat({
      id: 'T-18',
      title: 'Notes are inaccurate',
      scenario: 'A draft leaves out or invents something that matters for safety and is signed as it stands.',
      affects: ['integrity'],
      citations: ['45 CFR 164.312(c)(1)'],
      appliesBecause: 'The service drafts text for the record.',
      from: ['high', 'moderate', impact],
      safeguards: [
        answered(
          'C-REVIEW',
          'A clinician corrects every draft',
          'adverse_impact',
          'note_review',
          unless({ weight: 4, basis: 'observed', source: 'practice measures scribe-measures' }),
        ),
      ],
      adjustment:
        service === 'scribe'
          ? {
              key: 'scribe-notes-supervision',
              target: 'adverse_impact',
              from: 'very_low',
              to: 'low',
              assessor: { name: 'Zoë Nuñez-O’Hara', role: 'Security official' },
              reason: 'Drafts are read aloud in supervision every week.',
              decidedOn: '2026-10-15',
            }
          : undefined,
    }),
    threat({
      id: 'T-21',
      title: 'The vendor fails or ends the service',
      scenario: 'The service stops overnight and drafts or schedules are lost.',
      affects: ['availability'],
      citations: ['45 CFR 164.308(a)(7)'],
      appliesBecause: 'The practice relies on the service for its work.',
      from: ['low', 'moderate', impact],
      safeguards: [
        answered(
          'C-EXPORT',
          'Notes are kept in the practice’s own record',
          'adverse_impact',
          'health_record',
          { weight: 2, basis: 'stated', met: ['unknown', 0], because: 'Not asked yet.' },
        ),
      ],
    }),
  ];
}

function gates(fired: boolean): GateResult[] {
  return [
    {
      id: 'G-01',
      title: 'Client data goes to a business associate with no agreement in force',
      kind: 'law',
      citation: '45 CFR 164.502(e), 164.308(b)(1)',
      confidence: 'high',
      state: fired ? 'fired' : 'cleared',
      fired,
      countsFrom: null,
      floor: 'very_high',
      threats: ['T-05'],
      because: fired
        ? 'Progress notes flow to the service and no agreement covers it on November 20, 2026.'
        : 'Every flow to the service is covered by an agreement in force.',
      remedy: fired
        ? 'Stop sending client data until an agreement that covers the Personal plan is signed, or move to a plan that offers one.'
        : null,
    },
    {
      id: 'G-02',
      title: 'Client data trains models for the vendor’s own ends',
      kind: 'law',
      citation: '45 CFR 164.502(a)(3), 164.504(e)(2)(i)',
      confidence: 'medium',
      state: fired ? 'fired' : 'cleared',
      fired,
      countsFrom: null,
      floor: 'very_high',
      threats: ['T-01'],
      because: fired
        ? 'The terms of use let the vendor train on what is typed.'
        : 'The agreement forbids training on client data.',
      remedy: fired
        ? 'Use a plan whose terms forbid training on content, and have that in the agreement.'
        : null,
    },
    {
      id: 'H-01',
      title: 'Recorded audio is kept with no deletion term',
      kind: 'house',
      citation: null,
      confidence: 'low',
      state: 'not_applicable',
      fired: false,
      countsFrom: null,
      floor: 'high',
      threats: ['T-09'],
      because: 'No audio is kept without a term.',
      remedy: null,
    },
  ];
}

function result(
  kind: 'chatbot' | 'scribe' | 'scheduler',
  rest: Pick<
    ServiceResult,
    'service' | 'decision' | 'impact' | 'confidence' | 'unknowns' | 'contradictions' | 'holdsUntil'
  >,
): ServiceResult {
  const threats = eightThreats(kind);
  const worst = (levels: Level[]) => levels.reduce(higherOf);
  const level = worst(threats.map((one) => one.residual.risk));
  return {
    ...rest,
    inherentLevel: worst(threats.map((one) => one.inherent.risk)),
    level,
    indexOutOf100: rankOf(level) * 20 + 9,
    gates: gates(kind === 'chatbot'),
    threats,
  };
}

export function chatbotResult(): ServiceResult {
  return result('chatbot', {
    service: {
      key: 'openfield-chat',
      name: 'Openfield Chat',
      plan: 'Personal',
      vendorKey: 'openfield',
      vendorName: 'Openfield Research, Inc.',
      usesAi: true,
      functions: ['chat_assistant', 'drafting_from_summary'],
    },
    decision: {
      code: 'do_not_use',
      label: 'Do not use',
      reasons: [
        'Client data goes to a business associate with no agreement in force.',
        'Client data may train models for the vendor’s own ends.',
      ],
      conditions: [],
      short: 'No agreement; may train on input',
    },
    impact: {
      level: 'very_high',
      lines: [
        { because: 'Progress notes, identified', level: 'high' },
        { because: 'Data may come out again through a model', level: 'very_high' },
      ],
    },
    confidence: { percent: 58, knownWeight: 29, totalWeight: 50, thresholdPercent: 50 },
    unknowns: [
      {
        id: 'U-01',
        what: 'Whether client data is sold or shared',
        task: 'Ask the vendor in writing whether content is sold or shared, and keep the answer.',
        weight: 6,
      },
      {
        id: 'U-02',
        what: 'How long typed text is kept',
        task: 'Find the retention period in the vendor’s terms.',
        weight: 4,
      },
    ],
    contradictions: [
      {
        id: 'X-01',
        between: ['Checklist answer “no_training”: no', 'Sales page: “your chats stay yours”'],
        because: 'The vendor’s page and its terms disagree; the worse side counts.',
      },
    ],
    holdsUntil: null,
  });
}

export function scribeResult(): ServiceResult {
  return result('scribe', {
    service: {
      key: 'northlight-scribe',
      name: 'Northlight Scribe',
      plan: 'Business',
      vendorKey: 'northlight-notes',
      vendorName: 'Northlight Notes, Inc.',
      usesAi: true,
      functions: ['session_recording'],
    },
    decision: {
      code: 'use_with_conditions',
      label: 'Use with conditions',
      reasons: ['Old recordings are kept for 30 days.', 'One safeguard is only stated by the vendor.'],
      conditions: [
        'Record only clients who have given the written consent of form 2026-03, and nobody else who can be heard.',
        'A clinician reads and corrects every draft before signing.',
        'Renew the agreement before December 31, 2026.',
      ],
      short: 'Keeps audio 30 days; consent needed',
    },
    impact: {
      level: 'high',
      lines: [
        { because: 'Session audio, identified', level: 'high' },
        { because: '180 clients a year', level: 'moderate' },
      ],
    },
    confidence: { percent: 88, knownWeight: 44, totalWeight: 50, thresholdPercent: 50 },
    unknowns: [
      {
        id: 'U-03',
        what: 'Whether drafts can be exported when the service ends',
        task: 'Ask the vendor how drafts are handed back at the end.',
        weight: 3,
      },
    ],
    contradictions: [],
    holdsUntil: {
      date: '2026-12-31',
      because: 'The agreement “Business Associate Agreement 2026” ends on December 31, 2026.',
    },
  });
}

export function schedulerResult(): ServiceResult {
  return result('scheduler', {
    service: {
      key: 'etoile-scheduler',
      name: 'Étoile Scheduler',
      plan: null,
      vendorKey: 'etoile',
      vendorName: 'Étoile Scheduling, S.A.',
      usesAi: false,
      functions: ['scheduling'],
    },
    decision: {
      code: 'acceptable',
      label: 'Acceptable',
      reasons: ['Only names and appointment times flow, under an agreement in force.'],
      conditions: ['Keep session topics out of appointment titles.'],
      short: 'Names and times only, agreement in force',
    },
    impact: { level: 'low', lines: [{ because: 'Contact and appointment data, identified', level: 'low' }] },
    confidence: { percent: 94, knownWeight: 47, totalWeight: 50, thresholdPercent: 50 },
    unknowns: [],
    contradictions: [],
    holdsUntil: { date: '2027-06-02', because: 'The checklist answers turn twelve months old.' },
  });
}

// What the practice of the examples does itself, and what has happened to it.
export const EXAMPLE_SAFEGUARDS = {
  safeguards: [
    {
      key: '164-310-a-2-iv',
      entry: '164.310(a)(2)(iv)',
      status: 'partly',
      done: 'The office manager files the bills of repairs.',
      evidenceKeys: ['northlight-security-overview'],
      owner: { name: 'Sam Okafor', role: 'Office manager' },
      since: '2025-05-01',
      answeredOn: '2026-03-10',
      confirmedOn: '2026-09-14',
      decision: {
        outcome: 'alternative',
        whyNotReasonable: 'The landlord looks after the building; the practice changes no walls or locks.',
        alternative: 'The landlord sends the bill of each repair, and we keep it.',
        alternativeSince: '2026-02-01',
        decidedOn: '2026-02-01',
        decidedBy: { name: 'Dana Whitfield', role: 'Security official' },
      },
      earlierDecisions: [
        {
          outcome: 'not_reasonable',
          whyNotReasonable: 'The landlord looks after the building.',
          whyNoAlternative: 'The landlord keeps no list of repairs.',
          decidedOn: '2025-05-01',
          decidedBy: { name: 'Dana Whitfield', role: 'Security official' },
          replacedOn: '2026-02-01',
        },
      ],
    },
  ],
  incidents: [
    {
      key: 'draft-shown-2026-09',
      title: 'Draft notes shown to another practice',
      kind: 'use_not_allowed',
      summary: 'For two hours a fault of the vendor showed draft notes to the staff of another practice.',
      happenedOn: '2026-09-24',
      happenedUntil: '2026-09-24',
      knownOn: '2026-09-28',
      services: ['northlight-scribe'],
      vendor: 'northlight-notes',
      vendorDiscoveredOn: '2026-09-25',
      vendorToldOn: '2026-09-28',
      vendorIsAgent: 'no',
      impermissibleUse: 'yes',
      dataSecured: 'no',
      affectedIndividuals: 3,
      affectedByState: [{ state: 'IL', individuals: 3 }],
      factors: [
        {
          factor: 'who_received',
          finding: 'points_to_low',
          reason: 'Staff of a practice that is itself bound to keep health data private.',
        },
      ],
      notices: [{ recipient: 'individuals', doneOn: '2026-10-01' }],
      mitigation: 'The vendor shut the fault off and had the other practice confirm that nothing was kept.',
    },
  ],
} as const;

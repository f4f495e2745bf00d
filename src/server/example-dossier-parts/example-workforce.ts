// Staff, policies and training in the example dossier.
const APPROVED_TOOLS = [
  {
    heading: 'Only what is on the list',
    paragraphs: ['Clients’ data goes only into tools that the practice has approved.', '- Northlight Scribe'],
  },
] as const;

export const EXAMPLE_WORKFORCE = {
  staffMembers: [
    {
      key: 'dana-whitfield',
      name: 'Dana Whitfield',
      jobs: ['clinician', 'lead'],
      email: 'dana@harbor-light.example',
      startedOn: '2019-04-01',
    },
  ],
  policies: [
    {
      key: 'approved-tools',
      template: 'approved-tools',
      title: 'Approved tools',
      responsible: { name: 'Dana Whitfield', role: 'Security official' },
      choices: [
        { choice: 'approver', value: 'The security official' },
        { choice: 'answer-days', value: '14' },
        { choice: 'private-devices', value: 'set-up' },
      ],
      additions: 'Whoever works from home uses the laptop of the practice.',
      reviewMonths: 12,
    },
  ],
  policyVersions: [
    {
      key: 'approved-tools-1',
      policy: 'approved-tools',
      number: 1,
      title: 'Approved tools',
      text: APPROVED_TOOLS,
      digest: '2a1a579f50032a4de27adb9e72bf9358bb1e892693b9aa5237b798ca03439f5a',
      adoptedOn: '2026-10-01',
      approvedBy: { name: 'Dana Whitfield', role: 'Security official' },
      reason: 'We began to use a tool that drafts notes.',
    },
  ],
  policyAcknowledgements: [
    {
      key: 'approved-tools-1-dana-whitfield',
      policyVersion: 'approved-tools-1',
      staffMember: 'dana-whitfield',
      acknowledgedOn: '2026-10-02',
      how: 'noted',
      notedBy: { name: 'Omar Reyes', role: 'Office manager' },
    },
  ],
  training: [
    {
      key: 'ai-basics-dana-2026',
      module: 'ai-basics',
      staffMember: 'dana-whitfield',
      completedOn: '2026-09-14',
      passed: true,
      judgedBy: { name: 'Omar Reyes', role: 'Office manager' },
      shown: 'Found all three mistakes in the made-up draft.',
    },
  ],
} as const;

// What may serve a row of the source documents: a kind of thing that the product has, and the id that it has there.

/** What the product has of each kind can be looked up (known-targets.ts). */
export const TARGET_KINDS = [
  'question',
  'checklist_item',
  'provision',
  'threat',
  'control',
  'gate',
  'condition',
  'step',
  'term',
  'citation',
  'record',
  'register',
  'report_section',
  'page',
  'clearance_obligation',
  'consent_element',
  'policy',
  'training_module',
  'obligation',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export const KIND_WORDS: Readonly<Record<TargetKind, string>> = {
  question: 'question',
  checklist_item: 'item of the AI Tech Checklist',
  provision: 'clause of an agreement',
  threat: 'threat',
  control: 'control',
  gate: 'gate',
  condition: 'condition of use',
  step: 'step that lowers risk',
  term: 'word of the glossary',
  citation: 'rule',
  record: 'on record',
  report_section: 'section of the report',
  page: 'page',
  clearance_obligation: 'duty told by clearance',
  consent_element: 'element of a consent form',
  policy: 'policy',
  training_module: 'part of training',
  obligation: 'dated duty',
  register: 'register',
};

export interface Target {
  readonly kind: TargetKind;
  readonly id: string;
}

/** @returns the title of what a target names, or null where the product has no such thing */
export type FindTarget = (target: Target) => string | null;

/** As one word, to compare targets by. */
export function nameOf({ kind, id }: Target): string {
  return `${kind} ${id}`;
}

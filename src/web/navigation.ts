// The rooms of an organization, as the navigation names them.

/** `at` follows the address of the organization. */
export const NAVIGATION = [
  { label: 'Overview', at: '' },
  { label: 'Questionnaires', at: '/questionnaires' },
] as const;

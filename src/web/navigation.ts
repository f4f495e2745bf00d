// The rooms of an organization, as the navigation names them.

/** `at` follows the address of the organization. */
export const NAVIGATION: readonly { label: string; at: string }[] = [{ label: 'Overview', at: '' }];

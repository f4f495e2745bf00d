/** Where a threat comes from. */
export const THREAT_SOURCES = ['human', 'technical', 'environmental'] as const;
export type ThreatSource = (typeof THREAT_SOURCES)[number];

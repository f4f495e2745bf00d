// One accent, and one warm ramp for risk whose tints darken evenly, so that a black-and-white print keeps the order.
import type { Level } from '../../common/level';

export const ACCENT = '#14425a';
export const ALARM = '#8c2318';
export const INK = '#1b2126';
export const MUTED = '#5b656e';

export const RISK_TINTS: Record<Level, { fill: string; ink: string }> = {
  very_low: { fill: '#f3f1ea', ink: '#1b2126' },
  low: { fill: '#ecdcbc', ink: '#1b2126' },
  moderate: { fill: '#e0b06a', ink: '#1b2126' },
  high: { fill: '#b4522c', ink: '#ffffff' },
  very_high: { fill: '#6b1818', ink: '#ffffff' },
};

const WORDS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** "fourth"; beyond school years the number. @param grade a whole number from 1 */
export function gradeWord(grade: number): string {
  return WORDS[grade - 1] ?? `${grade}th`;
}

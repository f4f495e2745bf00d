// Names of entries for files that people named: whatever was typed, the archive unpacks into its own folders, on every system.

const LONGEST = 120;
/** What some system takes for a separator, a stream, a pattern or an end; and letters that turn the direction of the others. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The id in front keeps names apart and is no name that Windows reserves. */
export function fileEntryName(id: string, name: string): string {
  return `files/${id}-${safePart(name)}`;
}

function safePart(name: string): string {
  const plain = name.normalize('NFC').replace(UNSAFE, '_');
  const shortened = [...plain].length > LONGEST ? shortenedBeforeEnding(plain) : plain;
  return shortened.replace(/[. ]+$/, '') || 'file';
}

function shortenedBeforeEnding(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return [...name.slice(0, name.length - ending.length)].slice(0, LONGEST - ending.length).join('') + ending;
}

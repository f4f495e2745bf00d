// Which files are taken as evidence, and by which names their types go. Text has no signature: it is told by being UTF-8 without control bytes.

export interface MediaType {
  mediaType: string;
  extensions: readonly string[];
  /** signature: told by its first bytes; text: told by being text; office: an archive that has to be looked into */
  toldBy: 'signature' | 'text' | 'office';
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const MEDIA_TYPES: readonly MediaType[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], toldBy: 'signature' },
  { mediaType: 'image/png', extensions: ['png'], toldBy: 'signature' },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], toldBy: 'signature' },
  { mediaType: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'], toldBy: 'office' },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], toldBy: 'office' },
  { mediaType: `${OFFICE}.presentationml.presentation`, extensions: ['pptx'], toldBy: 'office' },
  { mediaType: 'text/plain', extensions: ['txt', 'md'], toldBy: 'text' },
  { mediaType: 'text/csv', extensions: ['csv'], toldBy: 'text' },
];

export const TAKEN = MEDIA_TYPES.flatMap(({ extensions }) => extensions).join(', ');

/** What a sender says of a file when it says nothing. */
const UNSAID = ['application/octet-stream', ''];

/** The type that a file claims to be by its name; undefined when files of that name are not taken. */
export function typeOfName(name: string): MediaType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return MEDIA_TYPES.find(({ extensions }) => extensions.includes(extension));
}

/** Whether what the sender says of the content fits the type. Markdown and the like are text. */
export function declares(declared: string, type: MediaType): boolean {
  const plain = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  if (UNSAID.includes(plain) || plain === type.mediaType) return true;
  return type.toldBy === 'text' && (plain.startsWith('text/') || plain === 'application/vnd.ms-excel');
}

// The first thing in an export: what it is, for somebody who runs a practice and not its computers.

export interface ReadmeFacts {
  practice: string;
  at: string;
  productVersion: string;
  keyId: string;
}

export function readmeText({ practice, at, productVersion, keyId }: ReadmeFacts): string {
  return `${practice}: everything that was recorded here
As of ${at}, from Duecare ${productVersion}.

This is not legal advice.

WHAT TO DO WITH IT

1. Store it encrypted, in two places. The files in it lie open: whoever has this archive reads them.
2. Keep it for six years from the day on which the last thing in it was made or last in effect, whichever is later. HIPAA asks this of the
   documentation of security measures (45 CFR 164.316(b)(2)(i)). State law or a contract may ask for longer.
3. Check it, today and whenever you open it again (see below). Do not unpack and pack it anew: keep this file as it is.

WHAT IS WHAT

reports/            Reports as they were issued, to read or print. reports.json says when each was made, and which were not printed.
assessments/        Risk assessments with their seals. The report of one shows what it says. assessments.json lists all, with those whose text
                    had to go. assessment-comments.json holds what was said of their sections, and when it was resolved.
files/              Documents that were uploaded as evidence. files.csv lists all there ever were: name, size, fingerprint (SHA-256),
                    and of those that were destroyed on purpose when and why. "lacking" marks what could not be packed whole.
records/            What was recorded: vendors, services, agreements and so on, a file for each kind; questionnaires with answers and reviews.
vendor-links.json   Links by which vendors answered questionnaires, with what each vendor itself submitted.
dossier.yaml        The same records in one document. Duecare, here or elsewhere, imports it.
scores.json         The last score of each service, with all that was counted.
audit-log.csv       Who did what, when: opens in a spreadsheet. audit-log.ndjson is the same for programs, word for word as it was signed.
checkpoints.json    The signatures under the audit log.
people.json         Who belongs or belonged to the practice, in which role, and who was invited.
sign-in.json        How members had to sign in.
letterhead.json     How a firm is named on reports, and whether any was.
api-keys.json       Keys of other programs: what they were for. The secret keys themselves are kept nowhere.
signing-key.json    The public key with which all of this was signed.
manifest.json       Size and SHA-256 of every file in this archive, signed.

Not in it: passwords, second factors, sessions and secret keys. They belong to people or to this installation.

HOW TO CHECK IT

    npx duecare verify-export FILE --key-id ${keyId}

says whether everything is as it was packed, whether the seals and the audit log hold, and what is lacking. Write the line of digits
down somewhere else: it is the fingerprint of the installation's key, and tells this archive from one that somebody made up.
`;
}

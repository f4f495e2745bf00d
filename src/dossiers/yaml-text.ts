// YAML 1.2 with its traps shut: core schema (dates and "yes" stay strings), one document, no tags of one's own, no merge keys, no
// field twice, and bounds on size, depth and what aliases may expand to, each checked before the work that it bounds.
import { Composer, Lexer, LineCounter, Parser, type CST, type Document, type ParsedNode } from 'yaml';
import { FaultList } from '../common/faults';
import type { Fault } from '../common/problems/domain.error';
import { DossierFaultsError } from './dossier-faults.error';
import { isNestedDeeperThan } from './yaml-depth';
import { valueOfYaml } from './yaml-value';

/** Some 75,000 lines. Parsing takes about 4 s per million of them, and the server does nothing else meanwhile. */
export const MAX_YAML_TOKENS = 500_000;
const MAX_LISTED_SYNTAX_FAULTS = 10;

/** @throws DossierFaultsError naming line and column of what is not YAML, or the pointer of what we do not read */
export function parseYaml(text: string, maxDepth: number): unknown {
  boundTokens(text);
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  boundDepth(tokens, maxDepth);
  const document = onlyDocument(tokens, text.length);
  refuseSyntaxFaults(document, lines);
  const faults = new FaultList();
  const value = valueOfYaml(document.contents, faults);
  if (!faults.isEmpty) throw new DossierFaultsError(faults.faults, faults.omitted, 'body-unreadable');
  return value;
}

function boundTokens(text: string): void {
  let count = 0;
  for (const _token of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_YAML_TOKENS) throw unreadable('is too long for YAML; send so many records as JSON');
  }
}

function boundDepth(tokens: readonly CST.Token[], maxDepth: number): void {
  if (isNestedDeeperThan(maxDepth, tokens)) throw unreadable(`is nested deeper than ${maxDepth} levels`);
}

function onlyDocument(tokens: readonly CST.Token[], length: number): Document.Parsed<ParsedNode> {
  // Duplicate names are looked for in yaml-value.ts: the library's own check compares each name with each.
  const options = {
    schema: 'core',
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
  } as const;
  const documents: Document.Parsed<ParsedNode>[] = [];
  for (const document of new Composer(options).compose(tokens, true, length)) {
    documents.push(document);
    if (documents.length > 1)
      throw unreadable('holds several YAML documents; keep one and take out the "---" between');
  }
  const [document] = documents;
  if (!document) throw unreadable('is empty');
  const { yaml, tags } = document.directives;
  if ((yaml.explicit && yaml.version !== '1.2') || Object.keys(tags).length > 1) {
    throw unreadable(
      'has a YAML directive; take out the lines that begin with "%" (the text is read as YAML 1.2)',
    );
  }
  return document;
}

function refuseSyntaxFaults({ errors, warnings }: Document.Parsed<ParsedNode>, lines: LineCounter): void {
  const found = [...errors, ...warnings];
  if (found.length === 0) return;
  const listed = found.slice(0, MAX_LISTED_SYNTAX_FAULTS).map(({ code, pos }): Fault => {
    const { line, col } = lines.linePos(pos[0]);
    return {
      pointer: '',
      code: 'unreadable',
      detail: `line ${line}, column ${col}: ${SENTENCES[code] ?? NOT_YAML}`,
    };
  });
  throw new DossierFaultsError(listed, found.length - listed.length, 'body-unreadable');
}

const NOT_YAML = 'is not well-formed YAML here';

/** Our own sentences: the library's repeat the text. */
const SENTENCES: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'has an unknown escape; write \\\\ for a backslash in double quotes, or use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_SCALAR_START: 'a text cannot begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a text with ": " in it must stand in quotes, and a nested record on its own lines',
  MISSING_CHAR: 'a closing quote, bracket or brace, a comma or a colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a field needs its name, a colon and a space on one line',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  TAG_RESOLVE_FAILED: 'has a tag (a word that begins with "!"); take it out or put the text in quotes',
  UNEXPECTED_TOKEN:
    'something stands here that does not belong; a text that begins with a special character needs quotes',
};

function unreadable(detail: string): DossierFaultsError {
  return new DossierFaultsError([{ pointer: '', code: 'unreadable', detail }], 0, 'body-unreadable');
}

import { t } from '@lingui/core/macro';
import { FAILSAFE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import * as v from 'valibot';
import { isJsonObject } from '../../model/json-object';
import { formatList } from '../../text/format-list';
import { emptyEntry, type RawEntry } from '../file-entries';
import { Conversion, DEEPEST_REFERENCE, questionVariable } from './conversion';

const text = v.fallback(v.string(), '');
const fields = v.fallback(v.record(v.string(), v.unknown()), {});

const variableSchema = v.object({ name: v.string(), type: text, params: fields });
type Variable = v.InferOutput<typeof variableSchema>;

const variables = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.filter((each): each is Variable => v.is(variableSchema, each))),
  ),
  [],
);

/** A match: a trigger and one of several kinds of text (espanso.org, “Matches”). */
const matchSchema = v.object({
  trigger: text,
  triggers: v.fallback(v.array(v.string()), []),
  regex: text,
  label: text,
  replace: text,
  markdown: text,
  html: text,
  form: text,
  image_path: text,
  form_fields: fields,
  vars: variables,
});
type Match = v.InferOutput<typeof matchSchema>;

const documentSchema = v.object({ matches: v.array(v.unknown()), global_vars: variables });

/** A file of YAML that cannot be read, or none of espanso's. `problem` is for a person. */
interface YamlProblem {
  problem: string;
}

/** Larger files (characters) are no lists of texts, and would keep the page busy for long. */
const LONGEST_YAML = 10_000_000;

/** Whether a file is one of espanso's, in YAML: keys by lines, one of them for its lists. */
export function isYaml(start: string): boolean {
  const withoutComments = start.replace(/^(?:(?:---|%|#)[^\n]*\n\s*)+/, '');
  if (!/^[a-z_]+[ \t]*:(?:\s|$)/i.test(withoutComments)) return false;
  return /^(?:matches|global_vars|imports)[ \t]*:/m.test(withoutComments);
}

/** The entries of one of espanso's match files. Every scalar is read as the text it is. */
export function readEspanso(source: string): RawEntry[] | YamlProblem {
  if (source.length > LONGEST_YAML) {
    return { problem: t`The file is larger than 10 MB. Split it and import the parts.` };
  }
  let documents: unknown[];
  try {
    documents = loadAll(source, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    return { problem: yamlProblem(error) };
  }
  const read = documents.flatMap((document) => {
    const known = v.safeParse(documentSchema, document);
    return known.success ? [known.output] : [];
  });
  if (read.length === 0) {
    const imports = documents.some((each) => isJsonObject(each) && Object.hasOwn(each, 'imports'));
    if (imports) {
      return {
        problem: t`The file has no list named “matches”, only “imports” of other files. Choose those files instead.`,
      };
    }
    return {
      problem: t`The file has no list named “matches”. Choose one of espanso’s match files, such as match/base.yml.`,
    };
  }
  const globals = read.flatMap((document) => document.global_vars);
  const matches = read.flatMap((document) =>
    document.matches.map((match) => v.safeParse(matchSchema, match)),
  );
  const known = matches.flatMap(({ success, output }) => (success ? [output] : []));
  return matches.map(({ success, output }, index) =>
    success
      ? entryOf(output, index + 1, { globals, matches: known })
      : { row: index + 1, entry: t`This is not an espanso match.` },
  );
}

function yamlProblem(error: unknown): string {
  const line = error instanceof YAMLException ? error.mark?.line : undefined;
  if (line === undefined) return t`The YAML can’t be read. Correct it and choose the file again.`;
  const number = line + 1;
  return t`The YAML can’t be read in line ${number}. Correct it and choose the file again.`;
}

/** What a match can refer to. */
interface MatchFile {
  globals: readonly Variable[];
  matches: readonly Match[];
}

function entryOf(match: Match, row: number, file: MatchFile): RawEntry {
  const conversion = new Conversion();
  const [shortcut = '', ...others] = triggersOf(match);
  if (match.regex !== '')
    conversion.refuse(t`It is triggered by a pattern (regex), not by a word.`);
  if (match.image_path !== '') conversion.refuse(t`It inserts a picture.`);
  const list = formatList(others);
  if (list !== '') conversion.tell(t`Its other triggers are not kept: ${list}.`);
  const body = filledText(match, { conversion, file, depth: 0 });
  const written = match.markdown === '' ? 'plain' : 'markdown';
  const format = match.html === '' ? written : 'html';
  return {
    row,
    format,
    told: conversion.told,
    refusal: conversion.refusal,
    entry: { ...emptyEntry, title: match.label, shortcut, body },
  };
}

function triggersOf({ trigger, triggers }: Match): string[] {
  return [trigger, ...triggers].filter((each) => each !== '');
}

/** What goes on while a text is filled; `depth`: in how many others it stands. */
interface Filling {
  conversion: Conversion;
  file: MatchFile;
  depth: number;
}

function filledText(match: Match, filling: Filling): string {
  const { form, replace, html, markdown } = match;
  const { conversion, file } = filling;
  const own = form === '' ? [] : [formVariable(match)];
  const known = new Map(
    [...file.globals, ...match.vars, ...own].map((each) => [each.name, each] as const),
  );
  const body =
    form === ''
      ? replace || html || markdown
      : form.replace(/\[\[([^\][]+)\]\]/g, (_whole, name: string) => `{{${name.trim()}}}`);
  return body
    .replaceAll('$|$', () => conversion.dropCursor())
    .replace(/\{\{([^{}]+)\}\}/g, (_whole, reference: string) => {
      const [name = '', field] = reference.split(/\.(.*)/s);
      const variable = known.get(name) ?? (form === '' ? undefined : own[0]);
      const wanted = known.has(name) ? field : reference;
      if (variable === undefined) return conversion.ask(reference);
      return valueOfVariable(variable, wanted, filling);
    });
}

/** A match with a form has its fields under no name. */
function formVariable({ form, form_fields }: Match): Variable {
  return { name: '', type: 'form', params: { layout: form, fields: form_fields } };
}

function valueOfVariable(
  { name, type, params }: Variable,
  field: string | undefined,
  { conversion, file, depth }: Filling,
): string {
  switch (type) {
    case 'date': {
      const isShifted = !/^[-+]?0*$/.test(wordOf(params.offset));
      return isShifted ? conversion.ask(name) : conversion.date(wordOf(params.format), 'strftime');
    }
    case 'echo':
      return wordOf(params.echo);
    case 'choice':
      return questionVariable(name, { choices: wordsOf(params.values) });
    case 'random': {
      conversion.tell(t`“${name}” is chosen by you instead of at random.`);
      const choices = wordsOf(params.choices);
      return questionVariable(name, { choices, initial: choices[0] });
    }
    case 'form':
      return formField(field ?? name, params);
    case 'match': {
      const other = file.matches.find((each) => triggersOf(each).includes(wordOf(params.trigger)));
      if (other === undefined || depth >= DEEPEST_REFERENCE) return conversion.ask(name);
      return filledText(other, { conversion, file, depth: depth + 1 });
    }
    case 'shell':
    case 'script':
      conversion.refuse(t`It runs a program (${type}), which Deskside doesn’t do.`);
      return '';
    default:
      return conversion.ask(name);
  }
}

/** A field of a form; the choices are under `values`, as a list or line by line. */
function formField(field: string, params: Variable['params']): string {
  const all = v.safeParse(fields, params.fields);
  const known = v.safeParse(fields, all.success ? all.output[field] : undefined);
  const { values, default: initial } = known.success ? known.output : {};
  const choices = typeof values === 'string' ? values.split('\n') : wordsOf(values);
  return questionVariable(field, { choices, initial: wordOf(initial) });
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Texts of a list, in which one may also be given as `{label, id}`. */
function wordsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    const named = v.safeParse(v.object({ label: text, id: text }), each);
    const word = named.success ? named.output.id || named.output.label : wordOf(each);
    return word === '' ? [] : [word];
  });
}

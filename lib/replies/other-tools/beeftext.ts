import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { emptyEntry, type RawEntry } from '../file-entries';
import { Conversion, DEEPEST_REFERENCE, questionVariable } from './conversion';

const text = v.fallback(v.string(), '');

/** A combo; in the first versions of the file its keyword and snippet had other names. */
const comboSchema = v.object({
  name: text,
  keyword: text,
  comboText: text,
  snippet: text,
  substitutionText: text,
  /** Rich text, in exports of older versions. */
  useHtml: v.fallback(v.boolean(), false),
  group: text,
  enabled: v.fallback(v.boolean(), true),
});
type Combo = v.InferOutput<typeof comboSchema>;

/** Beeftext's export and its own `comboList.json`. */
const beeftextSchema = v.object({
  combos: v.array(v.unknown()),
  groups: v.fallback(v.array(v.unknown()), []),
});

const groupSchema = v.object({ uuid: v.string(), name: v.string() });

/** The entries of a file of Beeftext's combos; `undefined` when it is none. */
export function readBeeftext(json: unknown): RawEntry[] | undefined {
  const read = v.safeParse(beeftextSchema, json);
  if (!read.success) return undefined;
  const groups = new Map(
    read.output.groups.flatMap((group) => {
      const known = v.safeParse(groupSchema, group);
      return known.success ? [[known.output.uuid, known.output.name] as const] : [];
    }),
  );
  const combos = read.output.combos.map((combo) => v.safeParse(comboSchema, combo));
  const byKeyword = new Map(
    combos.flatMap(({ success, output }) =>
      success ? [[keywordOf(output), snippetOf(output)] as const] : [],
    ),
  );
  return combos.map(({ success, output }, index) =>
    success
      ? entryOf(output, index + 1, groups, byKeyword)
      : { row: index + 1, entry: t`This is not a Beeftext combo.` },
  );
}

function keywordOf({ keyword, comboText }: Combo): string {
  return keyword || comboText;
}

function snippetOf({ snippet, substitutionText }: Combo): string {
  return snippet || substitutionText;
}

function entryOf(
  combo: Combo,
  row: number,
  groups: ReadonlyMap<string, string>,
  byKeyword: ReadonlyMap<string, string>,
): RawEntry {
  const conversion = new Conversion();
  if (!combo.enabled) conversion.tell(t`It was switched off in Beeftext.`);
  const body = withoutBeeftextVariables(snippetOf(combo), conversion, byKeyword);
  const group = groups.get(combo.group);
  return {
    row,
    format: combo.useHtml ? 'html' : 'plain',
    told: conversion.told,
    refusal: conversion.refusal,
    entry: {
      ...emptyEntry,
      title: combo.name,
      shortcut: keywordOf(combo),
      body,
      tags: group === undefined ? [] : [group],
    },
  };
}

const variable = /#\{((?:[^\\{}]|\\.)*)\}/g;
const timeShift = /^(?:[+-]\d+[yMwdhmsz])+$/;

/**
 * A text with Beeftext's variables replaced by ours. Other combos that it refers to are looked up by
 * keyword; names that Beeftext does not know stay, as they do there.
 */
export function withoutBeeftextVariables(
  snippet: string,
  conversion: Conversion,
  byKeyword: ReadonlyMap<string, string> = new Map(),
  depth = 0,
): string {
  return snippet.replace(variable, (whole, inner: string) => {
    const [, kind = '', given = ''] = /^([a-zA-Z]+)(?::([\s\S]*))?$/.exec(inner) ?? [];
    const parameter = given.replace(/\\([\\}])/g, '$1');
    switch (kind) {
      case 'cursor':
        return conversion.dropCursor();
      case 'date':
        return '{{date}}';
      case 'time':
        return '{{time}}';
      case 'dateTime':
        return dateTime(parameter, conversion);
      case 'clipboard':
        return conversion.ask('clipboard');
      case 'input':
        return questionVariable(parameter || 'text');
      case 'envVar':
        return conversion.ask(parameter);
      case 'powershell':
        conversion.refuse(t`It runs a program (PowerShell), which Deskside doesn’t do.`);
        return '';
      case 'key':
      case 'shortcut':
      case 'delay':
        conversion.tell(t`The keys it presses are not kept.`);
        return '';
      case 'combo':
      case 'upper':
      case 'lower':
      case 'trim': {
        const other = byKeyword.get(parameter);
        if (other === undefined || depth >= DEEPEST_REFERENCE) return conversion.ask(parameter);
        const inserted = withoutBeeftextVariables(other, conversion, byKeyword, depth + 1);
        return inOtherCase(inserted, kind, conversion);
      }
      default:
        return whole;
    }
  });
}

function dateTime(parameter: string, conversion: Conversion): string {
  const [first = '', ...rest] = parameter.split(':');
  if (timeShift.test(first)) return conversion.ask(`date ${first}`);
  const format = [first, ...rest].join(':');
  return format === '' ? '{{date}} {{time}}' : conversion.date(format, 'letters');
}

function inOtherCase(inserted: string, kind: string, conversion: Conversion): string {
  if (kind === 'trim') return inserted.trim();
  if (kind === 'combo') return inserted;
  if (!inserted.includes('{{')) {
    return kind === 'upper' ? inserted.toUpperCase() : inserted.toLowerCase();
  }
  conversion.tell(t`The change to upper or lower case is not kept.`);
  return inserted;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

let files: string[] | undefined;

/** The product's own TypeScript files, as paths from the root with forward slashes. */
export function sourceFiles(): string[] {
  files ??= ['entrypoints', 'components', 'lib'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
  );
  return files;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|import\s*\(?\s*'([^']+)'/g;

/** What a file imports, as written, types included. */
export function importsOf(file: string): string[] {
  return imports(file).map((each) => each.from);
}

/** What a file imports that is still there when it runs. */
export function runtimeImportsOf(file: string): string[] {
  return imports(file)
    .filter((each) => !each.typeOnly)
    .map((each) => each.from);
}

function imports(file: string): { from: string; typeOnly: boolean }[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => ({
    from: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

/** The names a file exports, types included; a default export has none. */
export function exportedNames(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const pattern =
    /^export (?:declare |abstract |async )*(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** Who of the product's own files imports whom, types included. */
export function importsBetween(): { from: string; to: string }[] {
  return sourceFiles().flatMap((from) =>
    importsOf(from).flatMap((imported) => {
      const to = fileOf(from, imported);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
}

/** The files that are loaded when they are wanted. */
export function lazilyLoaded(): Set<string> {
  const lazy = new Set<string>();
  for (const file of sourceFiles()) {
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, imported = ''] of text.matchAll(/\bimport\(\s*'([^']+)'/g)) {
      const target = fileOf(file, imported);
      if (target !== undefined) lazy.add(target);
    }
  }
  return lazy;
}

function fileOf(from: string, imported: string): string | undefined {
  if (!imported.startsWith('.')) return undefined;
  const base = path.posix.join(path.posix.dirname(from), imported);
  return sourceFiles().find((each) => each === `${base}.ts` || each === `${base}.tsx`);
}

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

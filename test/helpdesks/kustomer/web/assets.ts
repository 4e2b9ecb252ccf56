import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { paneOptions } from '../../core/panes';
import type { Desk } from '../desk';
import type { PageSettings } from '../page/data';
import { hashed } from '../page/names';

const folder = path.resolve(import.meta.dirname, '../page/styles');
const sheets = ['frame', 'list', 'timeline', 'composer', 'smartbar'];
const draftSheet = createRequire(import.meta.url).resolve('draft-js/dist/Draft.css');

/** The style sheet, its `.k-` names hashed as the page hashes them, after Draft.js's own. */
export async function styles(): Promise<string> {
  const files = sheets.map((name) => readFile(path.join(folder, `${name}.css`), 'utf8'));
  const own = (await Promise.all(files)).join('\n');
  const rewritten = own.replace(
    /\.k-([a-z]+(?:-[a-z]+)*)/g,
    (_, name: string) => `.${hashed(name)}`,
  );
  return `${await readFile(draftSheet, 'utf8')}\n${rewritten}`;
}

/** The one HTML document of the single-page app. */
export function shell(desk: Desk): string {
  const agent = desk.tables.users.all().find((user) => user.userType === 'user' && !user.left);
  const settings: PageSettings = {
    conversationAddress: desk.switches.conversationAddress,
    composerDelay: desk.switches.composerDelay,
    editorLabels: desk.switches.editorLabels,
    agent: agent?.name ?? 'Agent',
    panes: paneOptions(desk.switches),
  };
  const data = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Kustomer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/emulator/kustomer.css">
<script id="settings" type="application/json">${data}</script>
</head>
<body><div id="root"></div><script type="module" src="/emulator/kustomer.js"></script></body>
</html>`;
}

export const signIn = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in – Kustomer</title><link rel="icon" href="data:,"></head>
<body><form><h1>Sign in to acme</h1>
<label>Email <input type="email" name="email"></label>
<label>Password <input type="password" name="password"></label>
<button>Sign in</button></form></body>
</html>`;

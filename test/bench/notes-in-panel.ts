import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { type ContactRef, contactRef, contactRefSchema } from '../../lib/model/ids';
import type { NoteRow, ReplicaRow } from '../../lib/model/note';
import { accounts } from '../browser/accounts';
import { items, readTable, waitForTimeline } from '../browser/timeline';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { type Figure, goal, median } from './report';

const NOTES = 500;
const ROUNDS = 7;
const LETTERS = 60;

/** How the real panel copes with 500 notes about one person: opening them, and typing beside them. */
export function benchNotesInPanel(helpdesks: Helpdesks): Promise<Figure[]> {
  const place = { forms: [accounts.chatwoot], url: helpdesks.chatwoot.pageOf('amelie') };
  return besidePanel(helpdesks, place, async (_tab, panel) => {
    await waitForTimeline(panel);
    await fillNotes(panel);
    const opening = await measureOpening(panel);
    const typing = await measureTyping(panel);
    return [
      goal(`notes opened, the first of ${NOTES} visible`, opening, 'ms', 100),
      goal('a letter typed beside them, on screen', typing, 'ms', 50),
    ];
  });
}

/** Notes about the person on screen, with copies on four accounts that are not connected any more. */
async function fillNotes(panel: Page): Promise<void> {
  const screens = await readTable(panel, 'screens');
  const anchor = screens.find((screen) => screen.anchor !== undefined)?.anchor;
  const indices = Array.from({ length: NOTES }, (_, index) => index);
  const notes = indices.map((index) => noteRow(index, v.parse(contactRefSchema, anchor)));
  await putRows(panel, 'notes', notes);
  await putRows(panel, 'replicas', notes.flatMap(replicaRows));
}

function noteRow(index: number, anchor: ContactRef): NoteRow {
  const text = `**Note ${index}**\n\n- Refund promised, see [order](https://example.com/${index})\n- Call before noon`;
  const at = Date.now() - index * 3_600_000;
  const version = { revision: 1, text, author: 'Sam', at };
  return {
    ...version,
    id: `bench-${index}`,
    contacts: [anchor],
    pinned: index % 10 === 0,
    urgency: 'normal',
    scope: { kind: 'everywhere' },
    createdAt: at,
    createdBy: 'Sam',
    versions: index % 3 === 0 ? [version] : [],
  };
}

function replicaRows({ id: noteId, at }: NoteRow): ReplicaRow[] {
  return ['one', 'two', 'three', 'four'].map((connectionId) => ({
    noteId,
    contact: contactRef({ connectionId, id: '1' }),
    connectionId,
    remoteId: noteId,
    revision: 1,
    state: 'delivered',
    updatedAt: at,
  }));
}

function putRows(panel: Page, table: string, rows: readonly object[]): Promise<void> {
  return panel.evaluate(
    ([name, all]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('deskside');
        opening.onsuccess = () => {
          const writing = opening.result.transaction(name, 'readwrite');
          for (const row of all) writing.objectStore(name).put(row);
          writing.oncomplete = () => resolve();
          writing.onerror = () => reject(writing.error);
        };
      }),
    [table, rows] as const,
  );
}

/** From the click on the tab to the frame that shows the first note. */
async function measureOpening(panel: Page): Promise<number> {
  const parts = panel.getByRole('navigation', { name: 'Parts of the panel' });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await parts.getByRole('button', { name: 'History' }).click();
    await items(panel).first().waitFor();
    const start = await parts.getByRole('button', { name: 'Notes' }).evaluate((button) => {
      const now = performance.now();
      button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return now;
    });
    const shown = await panel.waitForFunction(
      () => document.querySelector('ul[aria-label="Notes"] article') && performance.now(),
      undefined,
      { polling: 'raf' },
    );
    times.push(Number(await shown.jsonValue()) - start);
  }
  return median(times);
}

/** A person typing notices the slow ones: from the key to the frame, the slowest of twenty. */
async function measureTyping(panel: Page): Promise<number> {
  await panel.getByRole('textbox', { name: 'New note' }).focus();
  await panel.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, 'typed', times);
    addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
      },
      { capture: true },
    );
  });
  await panel.keyboard.type('x'.repeat(LETTERS), { delay: 60 });
  const times = await panel.evaluate(() => Reflect.get(window, 'typed') as number[]);
  const sorted = times.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}

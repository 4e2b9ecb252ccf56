import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { capturedOf } from '../browser/chatra';
import { toldInChat } from '../browser/chatra-story';
import { replyEditor } from '../browser/composers';
import {
  insert,
  paragraphs,
  readPageNow,
  subjectOnScreen,
  waitForSubject,
} from '../browser/insertion';
import { type HelpdeskName, turnTo } from '../browser/panes';
import { type PaneSwitches, paneValues } from '../helpdesks/core/panes';
import { Random } from '../unit/worker/random';
import { type Desk, test } from './fixtures';

/** The composer of each helpdesk, in the pane in front: copies of left panes stand outside of the app. */
const fields: Record<HelpdeskName, string> = {
  chatwoot: '.reply-box .ProseMirror',
  kustomer: replyEditor,
  chaport: '#chat-input',
  chatra: '.chat-textarea',
};

const people: Record<HelpdeskName, readonly [string, string]> = {
  chatwoot: ['jonas', 'haruka'],
  kustomer: ['amelie', 'nadia'],
  chaport: ['amelie', 'ruth'],
  chatra: ['amelie', 'lucia'],
};

/** A way in which a helpdesk may work; what else is set are switches of its emulator. */
type Way = PaneSwitches & { isWide?: boolean };

/** What all composers of the document hold, in front and in panes that were left. */
function written(tab: Page, field: string): Promise<{ front: string; left: string }> {
  return tab.evaluate((selector) => {
    const texts = { front: '', left: '' };
    for (const each of document.querySelectorAll<HTMLElement>(selector)) {
      const text = each instanceof HTMLTextAreaElement ? each.value : (each.textContent ?? '');
      texts[each.closest('[data-left-pane]') === null ? 'front' : 'left'] += text;
    }
    return texts;
  }, field);
}

/** Without `isWide` the panel leaves the page so little room that parts of it are squeezed out. */
async function openFirst(
  desk: Desk,
  name: HelpdeskName,
  { isWide = true, ...switches }: Way,
): Promise<[Page, Page]> {
  Object.assign(desk.helpdesks[name].switches, switches);
  await desk.connect(accounts[name]);
  const url = desk.helpdesks[name].pageOf(people[name][0]);
  const { tab, panel } = await desk.replaceTab(url);
  if (isWide) await tab.setViewportSize({ width: 1_200, height: 800 });
  await expect(tab.locator(fields[name]).first()).toBeAttached();
  await waitForSubject(panel, url);
  // Its address may be known before its pane was read: nobody turns a page as soon as it is drawn.
  await readPageNow(panel);
  return [tab, panel];
}

/** Turns from one person to another and tries to write to both all the while. */
async function turnAndWrite(desk: Desk, name: HelpdeskName, way: Way): Promise<Page> {
  const [tab, panel] = await openFirst(desk, name, way);
  const [, second] = people[name];
  const subject = await subjectOnScreen(panel);
  const url = await turnTo(tab, desk.helpdesks, name, second);
  for (let tries = 0; tries < 4; tries += 1) {
    await insert(panel, { text: paragraphs('for the first'), subject });
    if ((await subjectOnScreen(panel)) !== subject) break;
  }
  await expect(tab).toHaveURL(url);
  await waitForSubject(panel, url);
  await expect
    .poll(() => insert(panel, { text: paragraphs('for the second') }))
    .toMatchObject({ kind: 'inserted' });
  const { front, left } = await written(tab, fields[name]);
  expect(front).toContain('for the second');
  expect(front).not.toContain('for the first');
  expect(left).not.toContain('for the second');
  return panel;
}

/** What was on screen of each was stored as theirs, whole. */
async function expectCaptured(desk: Desk, panel: Page, persons: readonly string[]): Promise<void> {
  for (const person of persons) {
    const client = desk.helpdesks.chatra.data.ofPerson(person);
    await expect
      .poll(async () => (await capturedOf(panel, client)).map((each) => each.text))
      .toEqual(toldInChat(client));
  }
}

const ways: Record<HelpdeskName, Way[]> = { chatwoot: [], kustomer: [], chaport: [], chatra: [] };

/** Twenty ways in which nobody knows that the helpdesks do not work. */
for (let seed = 0; seed < 20; seed += 1) {
  const random = new Random(seed + 1);
  const name = random.pick(['chatwoot', 'kustomer', 'chaport', 'chatra', 'chatra'] as const);
  const panes = {
    leftPane: random.pick(paneValues.leftPane),
    turning: random.pick(paneValues.turning),
    turningLag: random.pick([0, 150, 700, 1_200]),
  };
  const chatra = {
    messageOrder: random.pick(['oldest-first', 'turned-by-style', 'newest-on-top'] as const),
    typing: random.chance(0.5),
    wordNodes: random.pick(['one', 'each-line'] as const),
    composer: random.pick(['textarea', 'contenteditable'] as const),
    fieldEvent: random.pick(['input', 'keyup'] as const),
    asideAgent: random.pick(['absent', 'address'] as const),
  };
  const isWide = random.chance(0.7);
  const { composer, fieldEvent } = chatra;
  const own = { chatra, chaport: { composer, fieldEvent }, chatwoot: {}, kustomer: {} }[name];
  ways[name].push({ isWide, ...panes, ...own });
}

for (const name of ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const) {
  test(`${name}: each person gets their own text, whichever way its panes come and go`, async ({
    desk,
  }) => {
    test.setTimeout(240_000);
    await test.step('a pane that was left gets nothing, behind the one in front', async () => {
      await turnAndWrite(desk, name, { leftPane: 'behind', turning: 'together', turningLag: 0 });
    });
    await test.step('content that comes before its address gets no text for the one before', async () => {
      await desk.startOver();
      const way = { leftPane: 'removed', turning: 'content-first', turningLag: 700 } as const;
      await turnAndWrite(desk, name, way);
    });
    for (const way of ways[name]) {
      await test.step(
        Object.entries(way)
          .map((each) => each.join(' '))
          .join(', '),
        async () => {
          await desk.startOver();
          const panel = await turnAndWrite(desk, name, way);
          if (name === 'chatra') await expectCaptured(desk, panel, people.chatra);
        },
      );
    }
  });
}

test('Chatra: what was on screen of two people stays theirs, whichever comes first', async ({
  desk,
}) => {
  const [tab, panel] = await openFirst(desk, 'chatra', {
    leftPane: 'off-screen',
    turning: 'content-first',
    turningLag: 700,
  });
  for (const person of ['lucia', 'noa', 'amelie', 'lucia']) {
    const url = await turnTo(tab, desk.helpdesks, 'chatra', person);
    await expect(tab).toHaveURL(url);
    // Nobody turns a page as soon as its address is there: each is read once it is theirs.
    await waitForSubject(panel, url);
    await readPageNow(panel);
  }
  await expectCaptured(desk, panel, ['amelie', 'lucia', 'noa']);
});

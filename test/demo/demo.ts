import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { canFakeDisplay, fakeDisplay, hasDisplay, WINDOW } from '../browser/display';
import { takePicture } from '../browser/picture';
import { openSidePanel } from '../browser/side-panel';
import { waitForTimeline } from '../browser/timeline';
import { setStage } from './stage';

/** `npm start`: the product beside four emulated helpdesks, to click through or as pictures. */
async function main(): Promise<void> {
  const watched = hasDisplay();
  const faked = !watched && canFakeDisplay();
  const stopDisplay = faked ? await fakeDisplay() : () => undefined;
  console.log('Starting four emulated helpdesks and a browser …');
  const stage = await setStage({
    headless: !watched && !faked,
    looksPlain: true,
    flags: [
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      '--window-position=0,0',
      '--test-type',
    ],
  });
  const end = async (): Promise<void> => {
    await stage.close();
    stopDisplay();
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());

  const first = stage.tabs[0]?.page;
  if (first === undefined) throw new Error('no helpdesk was opened');
  const panel = await openSidePanel(stage.browser, first);
  await waitForTimeline(panel.page);
  if (watched) {
    console.log(
      'Deskside is open beside Chatwoot. Change tabs, open other conversations. Ctrl+C ends it.',
    );
    stage.browser.context.once('close', () => void end());
    return;
  }
  const folder = path.resolve('test-results/demo');
  await mkdir(folder, { recursive: true });
  for (const { name, page } of stage.tabs) {
    await page.bringToFront();
    await waitForTimeline(panel.page);
    await takePicture(page, panel.page, path.join(folder, `${name}.png`), faked);
  }
  console.log(`No display here, so the demo took pictures: ${folder}`);
  await end();
}

await main();

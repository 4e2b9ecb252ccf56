import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { isInstalled } from './install';

export const WINDOW = { width: 1400, height: 900 };

/** Whether this machine has a display that somebody can see. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Whether whole-window pictures can be taken without a display: Xvfb and ImageMagick are there. */
export function canFakeDisplay(): boolean {
  return process.platform === 'linux' && isInstalled('Xvfb') && isInstalled('import');
}

/** Starts an invisible display, and makes this process use it. Returns a function that stops it. */
export async function fakeDisplay(size = WINDOW): Promise<() => void> {
  // It picks a free display number and reports it once it is ready, because others may be starting right now.
  const screen = `${size.width}x${size.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await numberFrom(server.stdio[3] as Readable);
  const before = process.env.DISPLAY;
  process.env.DISPLAY = `:${number}`;
  return () => {
    server.kill();
    if (before === undefined) delete process.env.DISPLAY;
    else process.env.DISPLAY = before;
  };
}

/** Takes a picture of the whole (faked) screen. */
export function pictureOfScreen(file: string): void {
  const result = spawnSync('import', ['-window', 'root', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (result.status !== 0) throw new Error(`no picture: ${result.stderr.toString()}`);
}

async function numberFrom(stream: Readable): Promise<number> {
  const [written] = await Promise.race([once(stream, 'data'), once(stream, 'end')]);
  if (written === undefined) throw new Error('Xvfb did not start');
  return Number(String(written).trim());
}

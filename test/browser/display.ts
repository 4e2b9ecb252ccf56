import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { isInstalled } from './install';

export const WINDOW = { width: 1400, height: 900 };

/** Whether this machine shows windows to somebody. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Whether whole-window pictures can be taken without a display: Xvfb and ImageMagick are there. */
export function canFakeDisplay(): boolean {
  return process.platform === 'linux' && isInstalled('Xvfb') && isInstalled('import');
}

/** Starts a display that nobody sees, and points this process to it. Returns how to stop it. */
export async function fakeDisplay(size = WINDOW): Promise<() => void> {
  // It takes a number that is free, and writes it down once it is there: others may start just now.
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

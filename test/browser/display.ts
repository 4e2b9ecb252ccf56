import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

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
export async function fakeDisplay(): Promise<() => void> {
  const number = firstFreeDisplay();
  const server: ChildProcess = spawn(
    'Xvfb',
    [`:${number}`, '-screen', '0', `${WINDOW.width}x${WINDOW.height}x24`, '-nolisten', 'tcp'],
    { stdio: 'ignore' },
  );
  while (!existsSync(`/tmp/.X11-unix/X${number}`)) {
    if (server.exitCode !== null) throw new Error('Xvfb did not start');
    await pause(20);
  }
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

function firstFreeDisplay(): number {
  let number = 90;
  while (existsSync(`/tmp/.X11-unix/X${number}`) || existsSync(`/tmp/.X${number}-lock`))
    number += 1;
  return number;
}

/** Whether a program of this name can be run. */
export function isInstalled(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
}

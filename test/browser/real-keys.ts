import { spawnSync } from 'node:child_process';
import { canInstall, installPackages, isInstalled } from './install';

const programs: readonly (readonly [program: string, itsPackage: string])[] = [
  ['Xvfb', 'xvfb'],
  ['xdotool', 'xdotool'],
];

/**
 * Whether keys can be pressed by the operating system, past every browser tool: on an invisible display with
 * a tool that types. What is missing is installed where possible.
 */
export function canTypeForReal(): boolean {
  if (process.platform !== 'linux') return false;
  const missing = programs.filter(([program]) => !isInstalled(program));
  if (missing.length === 0) return true;
  return canInstall() && installPackages(missing.map(([, itsPackage]) => itsPackage));
}

/**
 * The keyboard and the mouse of the display that this process uses, as the operating system has them: the
 * window with the focus gets the keys. `delay` is the pause between two keys (ms).
 */
export const hand = {
  /** Presses keys one after the other, e.g. `ctrl+z`. */
  press(keys: readonly string[], delay = 30): void {
    xdotool('key', '--clearmodifiers', '--delay', String(delay), ...keys);
  },
  /** Presses keys while others are held down all the time. */
  pressWith(held: readonly string[], keys: readonly string[]): void {
    const down = held.flatMap((key) => ['keydown', key]);
    const up = held.toReversed().flatMap((key) => ['keyup', key]);
    xdotool(...down, ...keys.flatMap((key) => ['key', key]), ...up);
  },
  type(text: string, delay = 30): void {
    xdotool('type', '--delay', String(delay), text);
  },
  /** Clicks at a place on the screen. */
  click(x: number, y: number): void {
    xdotool('mousemove', String(x), String(y), 'click', '1');
  },
  /** Gives the keyboard to the window of a program: without a window manager nothing else does. */
  takeWindow(className: string): void {
    const [id = ''] = xdotool('search', '--onlyvisible', '--class', className).split('\n');
    xdotool('windowfocus', '--sync', id);
  },
};

function xdotool(...words: string[]): string {
  const { status, stderr, stdout } = spawnSync('xdotool', words);
  if (status !== 0) throw new Error(`xdotool ${words.join(' ')}: ${stderr.toString()}`);
  return stdout.toString().trim();
}

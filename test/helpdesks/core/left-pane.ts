import type { PaneSwitches } from './panes';

const whole = 'position: fixed; inset: 0; overflow: hidden;';
const under = `${whole} z-index: -1;`;

const styles: Record<Exclude<PaneSwitches['leftPane'], 'removed'>, string> = {
  'display-none': 'display: none',
  hidden: '',
  'aria-hidden': under,
  inert: under,
  'off-screen': 'position: fixed; left: -9999px; top: 0; width: 1200px; height: 100vh;',
  'zero-size': 'position: fixed; top: 0; left: 0; width: 0; height: 0; overflow: hidden;',
  behind: under,
  transparent: `${whole} z-index: 9; opacity: 0; pointer-events: none;`,
};

/**
 * Leaves what the page shows now in the document, as its first element, because this app keeps the previous
 * pane; called right before another conversation is drawn.
 */
export function leavePane(how: PaneSwitches['leftPane']): void {
  document.querySelector('[data-left-pane]')?.remove();
  const app = document.querySelector('#app, #root');
  if (how === 'removed' || app === null) return;
  const left = document.createElement('div');
  left.dataset.leftPane = how;
  left.style.cssText = styles[how];
  left.hidden = how === 'hidden';
  left.inert = how === 'inert';
  if (how === 'aria-hidden') left.setAttribute('aria-hidden', 'true');
  const copy = app.cloneNode(true);
  if (copy instanceof Element) copy.removeAttribute('id');
  left.append(copy);
  document.body.prepend(left);
}

/** Draws and changes the address in the order that is switched on. */
export function turn(
  { turning, turningLag }: PaneSwitches,
  changeAddress: () => void,
  draw: () => void,
): void {
  if (turning === 'content-first') {
    draw();
    setTimeout(changeAddress, turningLag);
    return;
  }
  changeAddress();
  if (turning === 'address-first') setTimeout(draw, turningLag);
  else draw();
}

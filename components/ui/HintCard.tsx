import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

const gap = 5;
const edge = 8;

interface HintCardProps {
  id: string;
  /** What the words are about. */
  anchor: Element;
  children: ReactNode;
  onEnter(): void;
  onLeave(): void;
  onHide(): void;
}

/** The words of a `HoverHint`, beside what they are about; dismissed by Escape and by scrolling. */
export function HintCard({ id, anchor, children, onEnter, onLeave, onHide }: HintCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current !== null) putBeside(card.current, anchor);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      // Whatever else this key would close stays open for now.
      event.preventDefault();
      onHide();
    };
    window.addEventListener('keydown', listen, { capture: true });
    window.addEventListener('scroll', onHide, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      window.removeEventListener('scroll', onHide, { capture: true });
    };
  }, [onHide]);
  return createPortal(
    <div
      ref={card}
      id={id}
      role="tooltip"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="appear fixed z-20 max-w-[272px] rounded-md border border-line bg-raised px-2.5 py-1.5 text-12 text-ink shadow-pop"
    >
      {children}
    </div>,
    document.body,
  );
}

/**
 * Below the anchor, or above it where there is no room, and never beyond the panel's edges. A group in
 * several rows close together (`data-hints-around`) is not covered by the hints of its parts.
 */
function putBeside(card: HTMLElement, element: Element): void {
  const anchor = element.getBoundingClientRect();
  const { top, bottom } = (
    element.closest('[data-hints-around]') ?? element
  ).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const centred = anchor.left + anchor.width / 2 - width / 2;
  const left = Math.max(edge, Math.min(centred, window.innerWidth - edge - width));
  const below = bottom + gap;
  const isRoomBelow = below + height <= window.innerHeight - edge;
  card.style.left = `${left}px`;
  card.style.top = `${isRoomBelow ? below : Math.max(edge, top - gap - height)}px`;
}

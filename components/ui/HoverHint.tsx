import {
  type ComponentProps,
  cloneElement,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';

/** So long (ms) a pointer rests before the hint comes; at once when another hint just went. */
const restTime = 250;
const justNow = 150;
/** So long (ms) it stays when the pointer leaves, which may be on its way to the hint itself. */
const leaveTime = 100;

const gap = 5;
const edge = 8;

interface HoverHintProps {
  /** What the hint says. */
  text: ReactNode;
  /** One focusable element. */
  children: ReactElement<ComponentProps<'button'>>;
  /** Set false while something else of the child is open. */
  isAllowed?: boolean;
}

let lastHiddenAt = Number.NEGATIVE_INFINITY;

/**
 * Words that appear when the child is pointed at or has focus, and go on Escape. Of our own: a
 * library's would be a tenth of what the panel loads before it shows anything.
 */
export function HoverHint({ text, children, isAllowed = true }: HoverHintProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<Element>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isPressed = useRef(false);
  const isShown = anchor !== undefined && isAllowed;

  const stay = useCallback(() => clearTimeout(timer.current), []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setAnchor(undefined);
  }, []);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(hide, leaveTime);
  }, [hide]);
  const show = (wrapper: Element, wait: number) => {
    const child = wrapper.firstElementChild ?? undefined;
    clearTimeout(timer.current);
    if (wait === 0) setAnchor(child);
    else timer.current = setTimeout(() => setAnchor(child), wait);
  };
  const enter = ({ currentTarget, pointerType }: PointerEvent) => {
    if (pointerType === 'touch') return;
    show(currentTarget, performance.now() - lastHiddenAt < justNow ? 0 : restTime);
  };
  const press = () => {
    isPressed.current = true;
    hide();
    const release = () => {
      isPressed.current = false;
    };
    document.addEventListener('pointerup', release, { once: true });
  };
  useEffect(() => stay, [stay]);
  useEffect(() => {
    if (!isAllowed) hide();
  }, [isAllowed, hide]);

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has no box; the child is what is used */}
      <span
        className="contents"
        onPointerEnter={enter}
        onPointerLeave={leave}
        onPointerDown={press}
        onFocus={({ currentTarget }) => isPressed.current || show(currentTarget, 0)}
        onBlur={hide}
      >
        {cloneElement(children, isShown ? { 'aria-describedby': id } : {})}
      </span>
      {isShown && (
        <HintCard id={id} anchor={anchor} onEnter={stay} onLeave={leave} onHide={hide}>
          {text}
        </HintCard>
      )}
    </>
  );
}

interface HintCardProps {
  id: string;
  anchor: Element;
  children: ReactNode;
  onEnter(): void;
  onLeave(): void;
  onHide(): void;
}

function HintCard({ id, anchor, children, onEnter, onLeave, onHide }: HintCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current !== null) putBeside(card.current, anchor.getBoundingClientRect());
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Whatever else would close stays open for now.
      event.preventDefault();
      onHide();
    };
    window.addEventListener('keydown', listen, { capture: true });
    window.addEventListener('scroll', onHide, { capture: true, passive: true });
    return () => {
      lastHiddenAt = performance.now();
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

/** Below the anchor, or above it where there is no room, and never beyond the panel's edges. */
function putBeside(card: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = card;
  const centred = anchor.left + anchor.width / 2 - width / 2;
  const left = Math.max(edge, Math.min(centred, window.innerWidth - edge - width));
  const below = anchor.bottom + gap;
  const isRoomBelow = below + height <= window.innerHeight - edge;
  card.style.left = `${left}px`;
  card.style.top = `${isRoomBelow ? below : Math.max(edge, anchor.top - gap - height)}px`;
}

import {
  type ComponentProps,
  cloneElement,
  lazy,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

const loadCard = () => import('./HintCard');
const HintCard = lazy(async () => ({ default: (await loadCard()).HintCard }));

/** How long (ms) a pointer rests before the hint appears; at once when another hint has just gone. */
const restTime = 250;
const justNow = 150;
/** How long (ms) it stays when the pointer leaves, which may be on its way to the hint itself. */
const leaveTime = 100;

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
 * Words that appear when the child is pointed at or has focus, and disappear on Escape. Our own code: a
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
    void loadCard();
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
    if (!isShown) return;
    return () => {
      lastHiddenAt = performance.now();
    };
  }, [isShown]);
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
        <Suspense>
          <HintCard id={id} anchor={anchor} onEnter={stay} onLeave={leave} onHide={hide}>
            {text}
          </HintCard>
        </Suspense>
      )}
    </>
  );
}

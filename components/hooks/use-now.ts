import { useEffect, useState } from 'react';

/**
 * The time (epoch ms), renewed at each full `step` (ms) while the panel is visible, and at once
 * when it becomes visible again. Nothing ticks in the background.
 */
export function useNow(step: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return;
      const current = Date.now();
      setNow(current);
      timer = setTimeout(tick, step - (current % step));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [step]);
  return now;
}

import { useEffect, useState } from 'react';
import { usePanelView } from './view-store';

const shownFor = 2_200;

/** The last thing the panel had to say: read out politely, shown for a moment. */
export function Notice() {
  const notice = usePanelView((view) => view.notice);
  const [hiddenCount, setHiddenCount] = useState(0);
  const isShown = notice.count > hiddenCount;
  useEffect(() => {
    const timer = setTimeout(
      () => setHiddenCount(notice.count),
      shownFor + notice.text.length * 40,
    );
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 bottom-11 z-30 flex justify-center"
    >
      {isShown && (
        <span
          key={notice.count}
          className="appear rounded-md border border-line bg-raised px-2.5 py-1 text-12 shadow-pop"
        >
          {notice.text}
        </span>
      )}
    </div>
  );
}

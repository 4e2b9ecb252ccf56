import { useEffect, useState } from 'react';
import { database } from '../../lib/storage/database';
import { IndexReader } from '../../lib/storage/index-reader';

/**
 * The full-text index while the component is there; `version` becomes another number when the index has
 * changed, `pauseMs` later and once for all changes meanwhile. Its first reading is no change.
 */
export function useIndexReader(pauseMs = 0): { reader: IndexReader | undefined; version: number } {
  const [reader, setReader] = useState<IndexReader>();
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isRead = false;
    const tell = () => {
      timer = undefined;
      setVersion((count) => count + 1);
    };
    const own = new IndexReader(database, () => {
      if (!isRead) isRead = true;
      else if (pauseMs === 0) tell();
      else timer ??= setTimeout(tell, pauseMs);
    });
    setReader(own);
    return () => {
      clearTimeout(timer);
      own.close();
    };
  }, [pauseMs]);
  return { reader, version };
}

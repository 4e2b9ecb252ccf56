import { Download } from 'lucide-react';
import type { Reply } from '../../../lib/model/reply';
import { writeCsv } from '../../../lib/replies/csv';
import { writeJson } from '../../../lib/replies/export';
import { Button } from '../../ui/Button';

/** Saves all responses, of every source, as a file. */
export function ExportButtons({ replies }: { replies: readonly Reply[] }) {
  const isEmpty = replies.length === 0;
  return (
    <section aria-label="Export" className="flex flex-col gap-2">
      <h3 className="font-semibold text-13">Export</h3>
      <p className="text-12 text-ink-faint">
        All responses of every source. The JSON file keeps everything and can serve as a team file;
        the CSV table opens in a spreadsheet.
      </p>
      <div className="flex gap-2">
        <Button
          disabled={isEmpty}
          onClick={() => save('responses.json', 'application/json', writeJson(replies))}
        >
          <Download size={12} aria-hidden /> Export JSON
        </Button>
        <Button
          disabled={isEmpty}
          onClick={() => save('responses.csv', 'text/csv', writeCsv(replies))}
        >
          <Download size={12} aria-hidden /> Export CSV
        </Button>
      </div>
    </section>
  );
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

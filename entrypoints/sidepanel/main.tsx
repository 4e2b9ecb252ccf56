import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PanelApp } from '../../components/panel/PanelApp';
import { beginPanel } from '../../components/panel/use-panel-snapshot';
import { InLanguage } from '../../components/ui/InLanguage';
import { followLanguage } from '../../lib/language/load-language';
import { database } from '../../lib/storage/database';
import { languageChoice } from '../../lib/storage/language-choice';
import '../../components/styles.css';

// While the browser tells the window. If it fails, the first reading says so.
database.open().catch(() => undefined);
const root = document.getElementById('root');
const language = followLanguage(languageChoice);
const { id } = await browser.windows.getCurrent();
if (id !== undefined) await beginPanel(id);
await language;
if (root !== null && id !== undefined) {
  createRoot(root).render(
    <InLanguage>
      <PanelApp windowId={id} />
    </InLanguage>,
  );
}

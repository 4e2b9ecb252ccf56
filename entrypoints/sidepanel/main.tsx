import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PanelApp } from '../../components/panel/PanelApp';
import { InLanguage } from '../../components/ui/InLanguage';
import { followLanguage } from '../../lib/language/load-language';
import { database } from '../../lib/storage/database';
import { languageChoice } from '../../lib/storage/language-choice';
import '../../components/styles.css';

// While the browser tells the window. If it fails, the first reading says so.
database.open().catch(() => undefined);
const root = document.getElementById('root');
const [{ id }] = await Promise.all([browser.windows.getCurrent(), followLanguage(languageChoice)]);
if (root !== null && id !== undefined) {
  createRoot(root).render(
    <InLanguage>
      <PanelApp windowId={id} />
    </InLanguage>,
  );
}

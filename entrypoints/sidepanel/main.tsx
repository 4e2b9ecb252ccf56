import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PanelApp } from '../../components/panel/PanelApp';
import { database } from '../../lib/storage/database';
import '../../components/styles.css';

// While the browser tells the window. If it fails, the first reading says so.
database.open().catch(() => undefined);
const root = document.getElementById('root');
const { id } = await browser.windows.getCurrent();
if (root !== null && id !== undefined) createRoot(root).render(<PanelApp windowId={id} />);

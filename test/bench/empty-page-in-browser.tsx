import { createRoot } from 'react-dom/client';

/** Runs in the side panel: the least that a page made with React can be. */
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<article>Nothing</article>);

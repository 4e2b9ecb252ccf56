import { createRoot } from 'react-dom/client';
import { OptionsApp } from '../../components/options/OptionsApp';
import { followLanguage } from '../../lib/language/load-language';
import { languageChoice } from '../../lib/storage/language-choice';
import '../../components/styles.css';

const root = document.getElementById('root');
await followLanguage(languageChoice);
if (root !== null) {
  createRoot(root).render(<OptionsApp />);
}
